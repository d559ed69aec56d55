import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertUnit } from '@/db/store';
import { type FreshStore, freshSqliteStore } from '@/db/testing/fresh-store';
import { linesPerPage } from '@/server/domain/paging';
import { choiceAims } from '@/server/domain/units';
import { aLargeOffice, type LargeOffice } from '@/server/testing/a-large-office';
import { listOfficeUnits } from './office';
import { loadUnitChoices } from './unit-choices';
import { loadUnitList } from './unit-list';

describe('the units of an office of more than a page', () => {
  let fresh: FreshStore;
  let scene: LargeOffice;
  beforeAll(async () => {
    fresh = await freshSqliteStore();
    scene = await aLargeOffice(fresh.store, 100, { goingRound: 0, rare: 50 });
    const below = { kind: 'department', powers: [], opensOn: '2020-01-01', closesOn: null } as const;
    await fresh.store.tx(async (tx) => {
      for (let number = 1; number <= 60; number += 1)
        await insertUnit(tx, {
          ...{ ...below, id: `station-${number}`, parentId: 'unit-2', path: ['root', 'unit-2', `station-${number}`] },
          ...{ name: `第${number}所`, sort: 1000 + number },
        });
    });
  }, 60_000);
  afterAll(() => fresh.remove());
  const list = (asked: { search?: string; page?: number } = {}) => loadUnitList(fresh.store.read, scene.office, asked);

  it('are listed once each in tree order, and one whose parent is on another page names it', async () => {
    const first = await list();
    const rest = await Promise.all(Array.from({ length: first.page.pages - 1 }, (_, index) => list({ page: index + 2 })));
    const all = [first, ...rest].flatMap(({ units }) => units);
    const managed = await listOfficeUnits(fresh.store.read, scene.office);
    expect(first.units).toHaveLength(linesPerPage);
    expect(first.page.of).toBe(managed.length);
    expect(all.map((unit) => unit.id).sort()).toEqual(managed.map((unit) => unit.id).sort());
    const at = all.findIndex((unit) => unit.id === 'unit-2');
    expect(all.slice(at, at + 3)).toMatchObject([
      { depth: 1, within: null },
      { id: 'station-1', depth: 2, within: null },
      { id: 'station-2', depth: 2 },
    ]);
    expect(all.find((unit) => unit.id === 'station-60')?.within).toBe('示例unit-2局');
  });

  it('are found by name, with whom they took over or were taken over by, wherever those stand', async () => {
    expect(await list({ search: 'OLD-51局' })).toMatchObject({
      page: { page: 1, pages: 1, of: 1 },
      units: [{ id: 'old-51', successor: '示例unit-51局' }],
    });
    expect((await list({ search: 'unit-51局' })).units).toMatchObject([{ predecessors: { count: 1, first: ['示例old-51局'] } }]);
    expect((await list({ search: '第60所' })).units).toMatchObject([{ within: '示例unit-2局' }]);
  });

  it('can be chosen from: the first of them, and those that are called so, by characters or initials of pinyin', async () => {
    const choices = (search?: string) => loadUnitChoices(fresh.store.read, scene.office, { aim: 'parent', search });
    const first = await choices();
    expect(first.units).toHaveLength(linesPerPage);
    expect(first.all).toBeGreaterThan(160);
    expect(first.units[0]).toEqual({ id: 'root', name: '示例root局', kind: 'government', depth: 0 });
    expect((await choices('unit-77')).units).toMatchObject([{ id: 'unit-77', depth: 1 }]);
    expect((await choices('d60s')).units).toMatchObject([{ id: 'station-60' }]);
  });

  it('are offered to whoever may act on them, and for what they can be', async () => {
    const of = async (aim: (typeof choiceAims)[number], actor = scene.office) =>
      (await loadUnitChoices(fresh.store.read, actor, { aim, search: 'old-51' })).units.map((unit) => unit.id);
    expect(Object.fromEntries(await Promise.all(choiceAims.map(async (aim) => [aim, await of(aim)] as const)))).toEqual({
      parent: [],
      post: ['old-51'],
      closing: [],
      adoption: ['old-51'],
      trends: [],
      announcement: [],
    });
    const nobody = { ...scene.office, posts: [] };
    for (const aim of choiceAims) expect(await of(aim, nobody)).toEqual([]);
  });
});
