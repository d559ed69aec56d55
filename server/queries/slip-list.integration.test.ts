import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshStore, freshSqliteStore } from '@/db/testing/fresh-store';
import { linesPerPage } from '@/server/domain/paging';
import { aLargeOffice, type LargeOffice } from '@/server/testing/a-large-office';
import { loadSlipList } from './slips';

const units = 120;

describe('the slips of more units than a page has lines', () => {
  let fresh: FreshStore;
  let scene: LargeOffice;
  beforeAll(async () => {
    fresh = await freshSqliteStore();
    scene = await aLargeOffice(fresh.store, units, { goingRound: 0 });
  }, 60_000);
  afterAll(() => fresh.remove());
  const list = (asked: { search?: string; page?: number } = {}) => loadSlipList(fresh.store.read, scene.office, asked);

  it('are shown once each, and counted', async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => list({ page })));
    expect(pages.map(({ page }) => page)).toEqual([1, 2, 3].map((page) => ({ page, pages: 3, of: units })));
    expect(pages.map(({ slips }) => slips.length)).toEqual([linesPerPage, linesPerPage, units - 2 * linesPerPage]);
    expect(new Set(pages.flatMap(({ slips }) => slips.map((slip) => slip.slipId))).size).toBe(units);
  });

  it('are found by unit, number and reason, on all pages', async () => {
    expect((await list({ search: 'UNIT-77局' })).slips).toMatchObject([{ unitName: '示例unit-77局', signedBy: 'clerk-77' }]);
    expect((await list({ search: '2025年第1号 漏计' })).page.of).toBe(units);
    expect((await list({ search: '2025-2' })).page).toEqual({ page: 1, pages: 1, of: 0 });
  });
});
