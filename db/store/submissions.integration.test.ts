import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FreshStore, freshSqliteStore } from '../testing/fresh-store';
import { aFiling, aUnit, someDay } from '../testing/rows';
import { setFilingStatus } from './filings';
import { decideSubmission, insertSubmission, listApprovedOf, listApprovedSubmissions } from './submissions';

let fresh: FreshStore;
beforeAll(async () => {
  fresh = await freshSqliteStore();
});
afterAll(() => fresh.remove());

async function submit(filingId: string, number: number): Promise<void> {
  await fresh.store.tx(async (tx) => {
    const submission = { id: `${filingId}-${number}`, filingId, number, content: '{}', hash: `hash-${number}` };
    await insertSubmission(tx, { ...submission, submittedBy: 'clerk', submittedAt: someDay });
    await setFilingStatus(tx, filingId, { status: 'submitted', submissionNumber: number, at: someDay });
  });
}

async function approve(filingId: string, number: number): Promise<void> {
  await fresh.store.tx(async (tx) => {
    await decideSubmission(tx, filingId, number, { outcome: 'approved', decidedBy: 'reviewer', decidedAt: someDay });
    await setFilingStatus(tx, filingId, { status: 'approved', at: someDay });
  });
}

it('lists the newest submission of each approved filing of the units, and of no other filing', async () => {
  const [unit, elsewhere] = [await aUnit(fresh.store), await aUnit(fresh.store)];
  const twice = await aFiling(fresh.store, { unitId: unit.id, year: 2026, quarter: 1 });
  const waiting = await aFiling(fresh.store, { unitId: unit.id, year: 2026, quarter: 2 });
  const lastYear = await aFiling(fresh.store, { unitId: unit.id, year: 2025, quarter: 1 });
  const others = await aFiling(fresh.store, { unitId: elsewhere.id, year: 2026, quarter: 1 });
  for (const filing of [twice, waiting, lastYear, others]) await submit(filing, 1);
  await submit(twice, 2);
  await approve(twice, 2);
  await approve(lastYear, 1);
  await approve(others, 1);

  expect(await listApprovedSubmissions(fresh.store.read, 2026, [unit.id])).toEqual([
    { filingId: twice, number: 2, hash: 'hash-2', submittedBy: 'clerk', decidedBy: 'reviewer', decidedAt: someDay },
  ]);
  expect(await listApprovedOf(fresh.store.read, [])).toEqual([]);
});
