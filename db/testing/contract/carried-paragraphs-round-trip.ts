import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import {
  confirmCarriedParagraph,
  insertCarriedParagraph,
  insertReport,
  listCarriedParagraphs,
  type Store,
  type StoredCarriedParagraph,
} from '../../store';
import { aUnit, someDay } from '../rows';

/** Carried paragraphs read back as they were written and are confirmed once, on either engine. */
export function carriedParagraphContract(store: () => Store): void {
  it('are kept report by report, and the first to confirm one stands', async () => {
    const { id: unitId } = await aUnit(store());
    const [reportId, otherId] = [randomUUID(), randomUUID()];
    const aParagraph = (some: Partial<StoredCarriedParagraph>): StoredCarriedParagraph => ({
      id: randomUUID(),
      reportId,
      key: '6',
      text: '无其他需要报告的事项。',
      fromYear: 2025,
      carriedBy: 'a',
      carriedAt: someDay,
      confirmedBy: null,
      confirmedAt: null,
      ...some,
    });
    const later = new Date(someDay.getTime() + 1000);
    const [second, first] = [aParagraph({ carriedAt: later, key: 'preamble', text: '甲\u3000“乙”' }), aParagraph({})];
    await store().tx(async (tx) => {
      await insertReport(tx, { id: reportId, unitId, year: 2026, scope: 'own_organ', createdAt: someDay });
      await insertReport(tx, { id: otherId, unitId, year: 2027, scope: 'own_organ', createdAt: someDay });
      for (const one of [second, first, aParagraph({ reportId: otherId })]) await insertCarriedParagraph(tx, one);
    });
    expect(await listCarriedParagraphs(store().read, reportId)).toEqual([first, second]);
    await store().tx(async (tx) => {
      await confirmCarriedParagraph(tx, { reportId, id: first.id }, { confirmedBy: 'b', confirmedAt: later });
      await confirmCarriedParagraph(tx, { reportId, id: first.id }, { confirmedBy: 'c', confirmedAt: someDay });
      await confirmCarriedParagraph(tx, { reportId: otherId, id: second.id }, { confirmedBy: 'b', confirmedAt: later });
    });
    expect(await listCarriedParagraphs(store().read, reportId)).toEqual([{ ...first, confirmedBy: 'b', confirmedAt: later }, second]);
    expect(await listCarriedParagraphs(store().read, 'no such report')).toEqual([]);
  });
}
