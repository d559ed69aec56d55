import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { insertReport, insertReportFact, listReportFacts, type ReportFact, type Store, updateReportFact } from '../../store';
import { aUnit, someDay } from '../rows';

/** Local facts read back as they were written, change and are retired, on either engine. */
export function reportFactContract(store: () => Store): void {
  it('are kept report by report in the order they were saved', async () => {
    const { id: unitId } = await aUnit(store());
    const [reportId, otherId] = [randomUUID(), randomUUID()];
    const aFact = (some: Partial<ReportFact>): ReportFact => ({
      id: randomUUID(),
      reportId,
      name: '开展培训',
      value: '20',
      unit: '场次',
      exactness: 'more',
      ownerUnitId: unitId,
      evidence: '培训签到表',
      version: 1,
      savedBy: 'a',
      savedAt: someDay,
      retiredAt: null,
      ...some,
    });
    const later = new Date(someDay.getTime() + 1000);
    const [second, first] = [aFact({ savedAt: later, ownerUnitId: null, exactness: 'exact', value: '96.5', unit: '' }), aFact({})];
    await store().tx(async (tx) => {
      await insertReport(tx, { id: reportId, unitId, year: 2026, scope: 'own_organ', createdAt: someDay });
      await insertReport(tx, { id: otherId, unitId, year: 2027, scope: 'own_organ', createdAt: someDay });
      await insertReportFact(tx, second);
      await insertReportFact(tx, first);
      await insertReportFact(tx, aFact({ reportId: otherId }));
    });
    expect(await listReportFacts(store().read, reportId)).toEqual([first, second]);
    const change = { value: '30', version: 2, savedBy: 'b', savedAt: later, retiredAt: later, name: '组织培训' };
    await store().tx((tx) => updateReportFact(tx, { reportId, id: first.id }, change));
    await store().tx((tx) => updateReportFact(tx, { reportId: otherId, id: second.id }, change));
    expect(await listReportFacts(store().read, reportId)).toEqual(expect.arrayContaining([{ ...first, ...change }, second]));
    expect(await listReportFacts(store().read, 'no such report')).toEqual([]);
  });
}
