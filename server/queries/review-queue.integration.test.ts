import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshStore, freshSqliteStore } from '@/db/testing/fresh-store';
import { linesPerPage } from '@/server/domain/paging';
import { aLargeOffice, type LargeOffice, theYear } from '@/server/testing/a-large-office';
import { loadCleanSubmissions, loadQueue, loadQueuePlace, type QueueAsked } from './review-queue';

const units = 150;

describe('a queue of more than a page', () => {
  let fresh: FreshStore;
  let office: LargeOffice['office'];
  let clerk: LargeOffice['everyClerk'];
  beforeAll(async () => {
    fresh = await freshSqliteStore();
    ({ office, everyClerk: clerk } = await aLargeOffice(fresh.store, units, { isFull: true }));
  }, 60_000);
  afterAll(() => fresh.remove());
  const queue = (asked: QueueAsked = {}) => loadQueue(fresh.store.read, office, null, asked);
  const everyPage = async () => {
    const { page } = await queue();
    const pages = await Promise.all(Array.from({ length: page.pages }, (_, index) => queue({ page: index + 1 })));
    return pages.map((one) => one.submissions);
  };

  it('shows each submission once, on full pages, in one order; and says how many there are', async () => {
    const pages = await everyPage();
    const { page } = await queue();
    const all = pages.flat();
    expect(page).toEqual({ page: 1, pages: 2, of: all.length });
    expect(pages.map((one) => one.length)).toEqual([linesPerPage, all.length - linesPerPage]);
    expect(new Set(all.map((one) => one.filingId)).size).toBe(all.length);
    const risk = all.map((one) => one.exceptions * 1000 + one.explained);
    expect(risk).toEqual([...risk].sort((a, b) => b - a));
  });

  it('the page after the last is the last', async () => {
    expect((await queue({ page: 99 })).submissions).toEqual((await everyPage()).at(-1));
  });

  it('finds by every word of a unit’s name or a quarter, however it is written, and counts what it finds', async () => {
    const names = async (search: string) => (await queue({ search })).submissions.map((one) => one.unitName);
    expect(await names('UNIT-6局')).toEqual(['示例unit-6局']);
    expect(await names('ｕｎｉｔ-6局 第二季度')).toEqual(['示例unit-6局']);
    expect(await names('unit-6局 第一季度')).toEqual([]);
    expect((await queue({ search: '二季度' })).page).toEqual((await queue()).page);
    expect((await queue({ search: '没有这样的单位' })).page).toEqual({ page: 1, pages: 1, of: 0 });
  });

  it('lists for the bulk what is clean on all pages, and of a search what is clean in it', async () => {
    const clean = (await everyPage()).flat().filter((one) => one.isClean);
    expect(clean.length).toBeGreaterThan(linesPerPage / 2);
    const list = (search: string | undefined, limit: number) => loadCleanSubmissions(fresh.store.read, office, null, { search, limit });
    expect(await list(undefined, 200)).toEqual({ submissions: clean, of: clean.length });
    expect(await list(undefined, 10)).toEqual({ submissions: clean.slice(0, 10), of: clean.length });
    const [first] = clean;
    expect(await list(first?.unitName, 200)).toEqual({ submissions: [first], of: 1 });
    expect(await loadCleanSubmissions(fresh.store.read, clerk, null, { limit: 200 })).toEqual({ submissions: [], of: 0 });
  });

  it('knows the neighbours of a submission over the pages, and the first of all for one that waits no more', async () => {
    const all = (await everyPage()).flat().map((one) => one.filingId);
    const place = (filingId: string) => loadQueuePlace(fresh.store.read, office, null, filingId);
    expect(await place(all[linesPerPage] ?? '')).toEqual({
      position: linesPerPage + 1,
      of: all.length,
      previous: all[linesPerPage - 1],
      next: all[linesPerPage + 1],
    });
    expect(await place(`unit-3-${theYear}-1`)).toEqual({ position: 0, of: all.length, previous: null, next: all[0] });
  });

  it('of exceptions that have lapsed the pages count too, and show nothing', async () => {
    const { exceptions, exceptionPage } = await queue({ exceptionPage: 2 });
    expect(exceptions).toEqual([]);
    expect(exceptionPage).toMatchObject({ page: 2 });
    expect(exceptionPage.of).toBeGreaterThan(20);
  });
});
