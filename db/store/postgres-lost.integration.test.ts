import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { freshDatabase } from '../testing/fresh-postgres';
import { BehindPooler } from './behind-pooler';
import { openPostgresStore } from './postgres-store';
import type { Store } from './store';

let server: Client;
let store: Store;
let url: string;
beforeEach(async () => {
  url = await freshDatabase();
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

/** Until somebody in this database waits for an advisory lock. */
async function somebodyWaits(): Promise<void> {
  for (;;) {
    const { rowCount } = await server.query(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`,
    );
    if (rowCount) return;
  }
}

it('a migration waits for its turn whatever the database allows other queries', async () => {
  const { pathname } = new URL(url);
  await server.query(`alter database ${pathname.slice(1)} set lock_timeout = '1ms'`);
  await server.query(`select pg_advisory_lock(hashtextextended('nianbao migrate', 0))`);
  const migrating = store.migrate().then(() => 'migrated', codeOf);
  await Promise.race([somebodyWaits(), migrating]);
  // Many times as long as a lock may be waited for here.
  await server.query('select pg_sleep(0.1)');
  await server.query(`select pg_advisory_unlock(hashtextextended('nianbao migrate', 0))`);
  expect(await migrating).toBe('migrated');
  await store.close();
});

it('a migration begins when no transaction of a running program is under way, and none begins beside it', async () => {
  await store.migrate();
  const order: string[] = [];
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let begun = () => {};
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const saving = store.tx(
    async () => {
      begun();
      await finished;
      order.push('saved');
    },
    { only: 'filing:one' },
  );
  await hasBegun;
  const migrating = store.migrate().then(() => order.push('migrated'));
  await Promise.race([somebodyWaits(), migrating]);
  finish();
  await Promise.all([saving, migrating]);
  expect(order).toEqual(['saved', 'migrated']);
  await store.close();
});

it('behind a pooler nothing is locked or heard, and a sentence names what to set; past it all is well', async () => {
  const { proxy, address } = await proxied(url, asAPooler);
  const behind = await openPostgresStore(address);
  for (const act of [() => behind.migrate(), () => behind.alone('backup', async () => {})])
    await expect(act()).rejects.toThrow(expect.objectContaining({ message: expect.stringContaining('DATABASE_DIRECT_URL') }));
  await expect(behind.migrate()).rejects.toBeInstanceOf(BehindPooler);
  const past = await openPostgresStore(address, {}, url);
  await past.migrate();
  expect(await past.alone('backup', async () => {})).toBe(true);
  await Promise.all([store, behind, past].map((one) => one.close()));
  proxy.close();
});

it('is closed while the server takes connections and says nothing', async () => {
  await store.close();
  const sockets: Socket[] = [];
  const silent = createServer((socket) => sockets.push(socket.on('error', () => {}))).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  store = await openPostgresStore(`postgres://nobody@127.0.0.1:${(silent.address() as AddressInfo).port}/nothing`);
  store.hear('session.ended', () => {});
  const asking = [store.changeMark(), store.tx(async () => {}), store.alone('backup', async () => {})].map((asked) =>
    asked.then(
      () => 'answered',
      (error: Error) => error.message,
    ),
  );
  while (sockets.length < 4) await once(silent, 'connection');
  await store.close();
  // Given up, and not waited for until the patience for a connection was over.
  expect(await Promise.all(asking)).toEqual(Array(3).fill('Connection terminated unexpectedly'));
  silent.close();
});

/** A server on loopback that hands on everything, what comes back changed. */
async function proxied(to: string, change: (data: Buffer) => Buffer): Promise<{ proxy: Server; address: string }> {
  const { hostname, port } = new URL(to);
  const proxy = createServer((here) => {
    const there = connect(Number(port), hostname);
    here.pipe(there);
    there.on('data', (data) => here.write(change(data)));
    there.on('close', () => here.destroy());
    here.on('close', () => there.destroy());
    for (const socket of [here, there]) socket.on('error', () => {});
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = new URL(to);
  [address.hostname, address.port] = ['127.0.0.1', String((proxy.address() as AddressInfo).port)];
  return { proxy, address: address.href };
}

/** A pooler gives numbers of its own to whoever comes (BackendKeyData). */
function asAPooler(data: Buffer): Buffer {
  const at = data.indexOf(Buffer.from([0x4b, 0, 0, 0, 12]));
  if (at < 0) return data;
  const changed = Buffer.from(data);
  changed.writeInt32BE(changed.readInt32BE(at + 5) + 1_000_000, at + 5);
  return changed;
}
