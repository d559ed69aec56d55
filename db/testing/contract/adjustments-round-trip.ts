import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  findAdjustment,
  insertAdjustment,
  insertReport,
  listAdjustments,
  listReportNotes,
  type Store,
  signAdjustment,
  upsertReportNote,
  withdrawStoredAdjustment,
} from '../../store';
import { aUnit, someDay } from '../rows';

const later = new Date('2026-04-09T08:00:00.000Z');
const year = 2034;

/** What stands between the sum and the print of a report, and what is printed beside its figures, on either engine. */
export function adjustmentContract(store: () => Store): void {
  const [reportId, otherId] = [randomUUID(), randomUUID()];
  const aLine = async (cell: string, value: number, decimals = 0) => {
    const id = randomUUID();
    const line = { id, reportId, cell, value, decimals, reason: '系统切换遗留三件', writtenBy: 'a', writtenAt: someDay };
    await store().tx((tx) => insertAdjustment(tx, line));
    return id;
  };

  beforeAll(async () => {
    const unit = await aUnit(store());
    await store().tx(async (tx) => {
      await insertReport(tx, { id: reportId, unitId: unit.id, year, scope: 'own_organ', createdAt: someDay });
      await insertReport(tx, { id: otherId, unitId: unit.id, year, scope: 'consolidated', createdAt: someDay });
    });
  });

  describe('an adjustment', () => {
    it('is kept with its sign and decimals, and stands for one report only', async () => {
      const id = await aLine('s2.admin_fees', -12_500, 4);
      expect(await findAdjustment(store().read, id)).toMatchObject({
        value: -12_500,
        decimals: 4,
        countersignedBy: null,
        withdrawnAt: null,
      });
      expect((await listAdjustments(store().read, reportId)).map((line) => line.id)).toContain(id);
      expect(await listAdjustments(store().read, otherId)).toEqual([]);
    });

    it('keeps its first signature and its first withdrawal', async () => {
      const id = await aLine('s3.granted.natural_person', 3);
      await store().tx(async (tx) => {
        await signAdjustment(tx, id, 'b', someDay);
        await signAdjustment(tx, id, 'c', later);
        await withdrawStoredAdjustment(tx, id, 'd', someDay);
        await withdrawStoredAdjustment(tx, id, 'e', later);
      });
      expect(await findAdjustment(store().read, id)).toMatchObject({
        countersignedBy: 'b',
        countersignedAt: someDay,
        withdrawnBy: 'd',
        withdrawnAt: someDay,
      });
    });

    it('that does not exist is null', async () => expect(await findAdjustment(store().read, 'none')).toBeNull());
  });

  describe('a remark behind a figure', () => {
    it('is replaced at its place, and other places and reports keep theirs', async () => {
      const note = { place: 's3.granted.total', text: '含补正的', version: 1, savedBy: 'a', savedAt: someDay };
      await store().tx(async (tx) => {
        await upsertReportNote(tx, reportId, note);
        await upsertReportNote(tx, reportId, { ...note, place: 's2.licensing_decisions', text: '其中修订16件' });
        await upsertReportNote(tx, reportId, { ...note, text: '', version: 2, savedBy: 'b', savedAt: later });
      });
      expect(await listReportNotes(store().read, reportId)).toEqual([
        { ...note, place: 's2.licensing_decisions', text: '其中修订16件' },
        { ...note, text: '', version: 2, savedBy: 'b', savedAt: later },
      ]);
      expect(await listReportNotes(store().read, otherId)).toEqual([]);
    });
  });
}
