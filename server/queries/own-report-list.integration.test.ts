import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshStore, freshSqliteStore } from '@/db/testing/fresh-store';
import { linesPerPage } from '@/server/domain/paging';
import { aLargeOffice, type LargeOffice, theYear } from '@/server/testing/a-large-office';
import { listOwnReports } from '@/server/views/own-reports-view';
import { loadOwnReportList } from './own-report-list';

describe('the own reports of more units than a page has lines', () => {
  let fresh: FreshStore;
  let office: LargeOffice['office'];
  beforeAll(async () => {
    fresh = await freshSqliteStore();
    ({ office } = await aLargeOffice(fresh.store, 110, { goingRound: 0, rare: 50 }));
  }, 60_000);
  afterAll(() => fresh.remove());
  const year = theYear - 1;
  const list = (asked: { search?: string; page?: number } = {}) => loadOwnReportList(fresh.store.read, office, { year, ...asked });

  it('come once each, with how many there are and have an edition on all pages', async () => {
    const all = await listOwnReports(fresh.store.read, office, year);
    const pages = await Promise.all([1, 2, 3].map((page) => list({ page })));
    expect(pages.flatMap(({ reports }) => reports)).toEqual(all);
    expect(pages[0]?.reports).toHaveLength(linesPerPage);
    for (const one of pages) expect([one.all, one.editions, one.page.pages]).toEqual([all.length, 110, 3]);
  });

  it('are found by the name of the unit', async () => {
    const { reports, page, all } = await list({ search: 'unit-99局' });
    expect(reports).toEqual([{ unitId: 'unit-99', organ: '示例unit-99局', edition: 1 }]);
    expect([page, all > 100]).toEqual([{ page: 1, pages: 1, of: 1 }, true]);
  });
});
