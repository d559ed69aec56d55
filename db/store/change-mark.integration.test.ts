import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FreshPostgres, freshPostgresStore } from '../testing/fresh-postgres';
import { type FreshStore, freshSqliteStore } from '../testing/fresh-store';
import { aPerson } from '../testing/rows';
import { tryToWrite, writeSetting } from '.';
import { openPostgresStore } from './postgres-store';
import { openSqliteStore } from './sqlite-store';

describe.each([
  { engine: 'SQLite', open: freshSqliteStore, again: ({ file }: FreshStore) => openSqliteStore(file) },
  { engine: 'PostgreSQL', open: freshPostgresStore, again: (fresh: FreshStore) => openPostgresStore((fresh as FreshPostgres).url) },
])('whether something was written on $engine', ({ open, again }) => {
  let fresh: FreshStore;
  let before: string;
  beforeEach(async () => {
    fresh = await open();
    before = await fresh.store.changeMark();
  });
  afterEach(() => fresh.remove());
  // The server of PostgreSQL counts after the commit.
  const changes = () => expect.poll(() => fresh.store.changeMark(), { timeout: 30_000 }).not.toBe(before);

  it('the heartbeat is for nobody', async () => {
    for (const second of [1, 2, 3]) await tryToWrite(fresh.store, new Date(second * 1000));
    expect(await fresh.store.changeMark()).toBe(before);
  });

  it('a row of another process is something', async () => {
    const other = await again(fresh);
    await aPerson(other);
    // A connection of PostgreSQL counts at its end what it did not count before.
    await other.close();
    await changes();
  });

  it('a setting of the office is something', async () => {
    await fresh.store.tx((tx) => writeSetting(tx, 'passwordProfile', 'asvs'));
    await changes();
  });
});

it('a row of SQLite that is committed together with heartbeats is something', async () => {
  const { store, remove } = await freshSqliteStore();
  const before = await store.changeMark();
  await Promise.all([tryToWrite(store, new Date()), aPerson(store), tryToWrite(store, new Date())]);
  expect(await store.changeMark()).not.toBe(before);
  await remove();
});
