import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FreshStore, freshSqliteStore } from '@/db/testing/fresh-store';
import { aLargeOffice, type LargeOffice, theYear } from '@/server/testing/a-large-office';
import { loadAdoption } from './adoption';

let fresh: FreshStore;
let scene: LargeOffice;
beforeAll(async () => {
  fresh = await freshSqliteStore();
  scene = await aLargeOffice(fresh.store, 10, { goingRound: 0 });
});
afterAll(() => fresh.remove());
const adoption = (asked?: Parameters<typeof loadAdoption>[2]) => loadAdoption(fresh.store.read, scene.office, asked);

it('of a file is for the unit of its name, else for one that may be it, and says what there is of it', async () => {
  const found = await adoption({ organ: '示例unit-4局', scope: 'own_organ' });
  expect(found).toMatchObject({
    unitId: 'unit-4',
    scopes: ['own_organ'],
    editions: [{ year: theYear - 1, number: 1, origin: 'imported' }],
  });
  expect(await adoption({ unitId: 'unit-4' })).toEqual(found);
  expect((await adoption({ organ: '示例root局', scope: 'consolidated' }))?.unitId).toBe('root');
  expect(await adoption({ organ: '没有这样的单位', scope: 'own_organ' })).toBeNull();
  expect(await adoption()).toBeNull();
});

it('is not there for whoever adopts no report', async () => {
  await expect(loadAdoption(fresh.store.read, scene.everyClerk, { unitId: 'unit-4' })).rejects.toMatchObject({ code: 'not_found' });
});
