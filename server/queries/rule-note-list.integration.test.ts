import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerRuleNote } from '@/db/store';
import { type FreshStore, freshSqliteStore } from '@/db/testing/fresh-store';
import { linesPerPage } from '@/server/domain/paging';
import { aLargeOffice, type LargeOffice } from '@/server/testing/a-large-office';
import { listOfficeRuleNotes } from './rule-notes';

describe('the notes of more units than a page has lines', () => {
  let fresh: FreshStore;
  let office: LargeOffice['office'];
  beforeAll(async () => {
    fresh = await freshSqliteStore();
    ({ office } = await aLargeOffice(fresh.store, 110, { goingRound: 0, rare: 50 }));
    const answer = { answerText: '不计入。', answeredBy: 'office', answeredAt: new Date('2026-07-03T02:00:00.000Z') };
    await fresh.store.tx((tx) => answerRuleNote(tx, 'note-1', answer));
  }, 60_000);
  afterAll(() => fresh.remove());
  const list = (asked: { search?: string; page?: number } = {}) => listOfficeRuleNotes(fresh.store.read, office, asked);

  it('come once each, the answered last, with how many wait on all pages', async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => list({ page })));
    expect(pages.map(({ page, open }) => [page.pages, page.of, open])).toEqual(Array(3).fill([3, 110, 109]));
    expect(pages[0]?.notes).toHaveLength(linesPerPage);
    const all = pages.flatMap(({ notes }) => notes);
    expect(new Set(all.map((note) => note.id)).size).toBe(110);
    expect(all.at(-1)).toMatchObject({ id: 'note-1', answer: { by: 'office' } });
  });

  it('are found by unit, rule and words', async () => {
    expect((await list({ search: 'UNIT-99局 t3-col' })).notes).toMatchObject([
      { unitName: '示例unit-99局', quarter: 2, writtenBy: 'clerk-99' },
    ]);
    expect((await list({ search: '也应计入' })).page.of).toBe(110);
    expect((await list({ search: 't9' })).page.of).toBe(0);
  });
});
