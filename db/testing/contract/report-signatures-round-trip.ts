import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import {
  insertReport,
  insertReportSignature,
  listReportSignatures,
  listReportsSigned,
  type Store,
  withdrawStoredSignature,
} from '../../store';
import { aUnit, someDay } from '../rows';

const later = new Date(someDay.getTime() + 1000);

/** Signatures read back as they were given and keep their first withdrawal, on either engine. */
export function reportSignatureContract(store: () => Store): void {
  it('are kept report by report, the oldest first, and withdrawn once', async () => {
    const { id: unitId } = await aUnit(store());
    const [reportId, otherId, first, second] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const step = `step-${randomUUID()}`;
    const signature = (id: string, signedBy: string, signedAt: Date) => ({
      id,
      reportId,
      step,
      hash: 'a'.repeat(64),
      parts: { 'table:t2': 'b'.repeat(64) },
      content: '{"edition":1}',
      note: '已核',
      signedBy,
      signedAt,
    });
    await store().tx(async (tx) => {
      await insertReport(tx, { id: reportId, unitId, year: 2036, scope: 'own_organ', createdAt: someDay });
      await insertReport(tx, { id: otherId, unitId, year: 2037, scope: 'own_organ', createdAt: someDay });
      await insertReportSignature(tx, signature(second, 'b', later));
      await insertReportSignature(tx, signature(first, 'a', someDay));
    });
    expect(await listReportSignatures(store().read, reportId)).toEqual([
      { ...signature(first, 'a', someDay), withdrawnBy: null, withdrawnAt: null },
      { ...signature(second, 'b', later), withdrawnBy: null, withdrawnAt: null },
    ]);
    expect(await listReportSignatures(store().read, otherId)).toEqual([]);
    await store().tx(async (tx) => {
      await withdrawStoredSignature(tx, first, 'a', later);
      await withdrawStoredSignature(tx, first, 'c', someDay);
    });
    expect(await listReportsSigned(store().read, step)).toEqual([reportId]);
    expect((await listReportSignatures(store().read, reportId))[0]).toMatchObject({ withdrawnBy: 'a', withdrawnAt: later });
    await store().tx((tx) => withdrawStoredSignature(tx, second, 'b', later));
    expect(await listReportsSigned(store().read, step)).toEqual([]);
  });
}
