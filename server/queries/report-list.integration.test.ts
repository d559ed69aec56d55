import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshStore, freshSqliteStore } from '@/db/testing/fresh-store';
import { linesPerPage } from '@/server/domain/paging';
import { aLargeOffice, type LargeOffice, theYear } from '@/server/testing/a-large-office';
import { listReports } from './report';
import { loadReportList } from './report-list';

describe('the reports of more units than a page has lines', () => {
  let fresh: FreshStore;
  let office: LargeOffice['office'];
  beforeAll(async () => {
    fresh = await freshSqliteStore();
    ({ office } = await aLargeOffice(fresh.store, 60, { goingRound: 1 }));
  }, 60_000);
  afterAll(() => fresh.remove());
  const list = (asked: { search?: string; page?: number } = {}) =>
    loadReportList(fresh.store.read, office, { year: theYear, ...asked }, { overlay: null });

  it('are shown once each, the whole first, and counted', async () => {
    const all = await listReports(fresh.store.read, office, theYear);
    const [first, second] = [await list(), await list({ page: 2 })];
    expect(first.page).toEqual({ page: 1, pages: 2, of: all.length });
    expect(first.reports).toHaveLength(linesPerPage);
    expect([...first.reports, ...second.reports]).toEqual(all);
    expect(first.reports[0]?.scope).toBe('consolidated');
  });

  it('are found by the name of the organ', async () => {
    const { reports, page } = await list({ search: 'UNIT-33局' });
    expect(reports.map((one) => one.organ)).toEqual(['示例unit-33局']);
    expect(page).toEqual({ page: 1, pages: 1, of: 1 });
    expect((await list({ search: '没有这样的单位' })).page.of).toBe(0);
  });
});
