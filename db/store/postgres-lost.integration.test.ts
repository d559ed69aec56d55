import { Client } from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { freshDatabase } from '../testing/fresh-postgres';
import { openPostgresStore } from './postgres-store';
import type { Store } from './store';

let server: Client;
let store: Store;
beforeEach(async () => {
  const url = await freshDatabase();
  server = new Client({ connectionString: url });
  await server.connect();
  store = await openPostgresStore(url);
});
afterEach(() => server.end());

/** Ends the connection of another in this database as soon as there is one that waits for the lock of migrations. */
async function endWhoeverWaits(): Promise<void> {
  for (;;) {
    const { rowCount } = await server.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`,
    );
    if (rowCount) return;
  }
}

const codeOf = (error: { code?: string; cause?: { code?: string } }) => error.code ?? error.cause?.code;

it('a migration whose connection is lost says so, and the store can be closed and the next one migrates', async () => {
  await server.query(`select pg_advisory_lock(hashtextextended('nianbao migrate', 0))`);
  const migrating = store.migrate().then(() => 'migrated', codeOf);
  await endWhoeverWaits();
  expect(await migrating).toBe('57P01');
  await server.query(`select pg_advisory_unlock(hashtextextended('nianbao migrate', 0))`);
  await store.migrate();
  await store.close();
});

it('a migration that fails says why, and leaves neither its lock nor a connection', async () => {
  await server.query('create schema drizzle; create table drizzle.__drizzle_migrations (other text)');
  expect(await store.migrate().then(() => 'migrated', codeOf)).toBe('42703');
  const { rows } = await server.query(`select pg_try_advisory_lock(hashtextextended('nianbao migrate', 0)) as free`);
  expect(rows).toEqual([{ free: true }]);
  await store.close();
});

it('a migration and its lock are one connection: whoever loses one has lost both', async () => {
  await server.query('begin; create table units (held text)');
  const migrating = store.migrate().then(() => 'migrated', codeOf);
  // It has come to create the table of that name, and waits for whoever does so already.
  let holds: boolean | undefined;
  while (holds === undefined) {
    // Within a transaction the server repeats what it was asked first.
    await server.query('select pg_stat_clear_snapshot()');
    const { rows } = await server.query<{ holds: boolean }>(
      `select exists (select 1 from pg_locks l where l.pid = a.pid and l.locktype = 'advisory' and l.granted) as holds
       from pg_stat_activity a where datname = current_database() and wait_event = 'transactionid'`,
    );
    holds = rows[0]?.holds;
  }
  await server.query('commit');
  expect([holds, await migrating]).toEqual([true, '23505']);
  await store.close();
});
