import { Client } from 'pg';
import { expect, it } from 'vitest';
import { freshDatabase, postgresStoreAt } from '../testing/fresh-postgres';
import { aPerson } from '../testing/rows';
import { writeSetting } from '.';
import { lookAtPostgres } from './look-at-postgres';

it('a database on PostgreSQL is told by what is in it, and nothing is written to find out', async () => {
  const url = await freshDatabase();
  const plain = new Client({ connectionString: url });
  await plain.connect();
  const tables = async () =>
    (await plain.query("select 1 from information_schema.tables where table_schema in ('public', 'drizzle')")).rowCount;
  expect([await lookAtPostgres(url), await tables()]).toEqual([{ state: 'absent', beside: null }, 0]);
  const { store, remove } = await postgresStoreAt(url);
  await store.migrate();
  const sound = { state: 'sound', arePagesChecked: true };
  expect(await lookAtPostgres(url)).toEqual({ ...sound, facts: { isDemonstration: false, isOffice: false } });
  await store.tx((tx) => writeSetting(tx, 'isOffice', true));
  expect(await lookAtPostgres(url)).toEqual({ ...sound, facts: { isDemonstration: false, isOffice: true } });
  await store.tx((tx) => writeSetting(tx, 'isOffice', false));
  await store.tx((tx) => writeSetting(tx, 'isDemonstration', true));
  await aPerson(store);
  expect(await lookAtPostgres(url)).toEqual({ ...sound, facts: { isDemonstration: true, isOffice: true } });
  await plain.query("insert into drizzle.__drizzle_migrations (hash, created_at) values ('f', 4102444800000)");
  expect(await lookAtPostgres(url)).toEqual({ state: 'foreign_migration', detail: '+ 2100-01-01T00:00:00.000Z' });
  await plain.end();
  await remove();
});

it('a server that does not answer is told by a code, never by the address', async () => {
  expect(await lookAtPostgres('postgres://clerk:secret@127.0.0.1:1/nianbao')).toEqual({ state: 'unreachable', detail: 'ECONNREFUSED' });
});
