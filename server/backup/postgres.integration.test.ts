import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { databaseNamed, nameIn } from '@/db/backup/postgres-copy';
import { eventHead, latestEvents, listFigures } from '@/db/store';
import { openStore } from '@/db/store/open-store';
import { consoleContext } from '@/server/cli/with-store';
import { seededRandom } from '@/server/domain/seeded-random';
import { districtIn, typeCell } from '@/server/testing/a-district';
import { checkBackup } from './check-backup';
import { databaseIn } from './database-in-manifest';
import { drill } from './drill';
import { makeBackup } from './make-backup';
import { lastResult } from './results';
import { anOffice, anOfficeOnPostgres, type Office, restoreTo } from './testing/an-office';
import { damagedBackups, missedDamages } from './testing/damage';
import { resealed } from './testing/resealed';

const cell = 's3.granted.natural_person';
let office: Office;
beforeAll(async () => {
  office = await anOfficeOnPostgres();
  return () => office.remove();
});

const makeOne = () => makeBackup({ place: office.place, to: office.backups, reason: 'asked' });
/** @param seen the version that was seen; without it the one that stands */
const type = async (raw: string, seen?: number) => {
  const store = await openStore(office.place);
  const district = districtIn(store, office.district);
  const { id } = await district.filing(1);
  const standing = (await listFigures(store.read, id)).find((one) => one.cell === cell)?.version ?? 0;
  await typeCell(district.clerk(1), id, { cell, raw, baseVersion: seen ?? standing });
  const head = await eventHead(store.read);
  await store.close();
  return head;
};
const asked = async (database: string | null, ...statements: string[]) => {
  const url = office.place.databaseUrl ?? '';
  const client = new Client({ connectionString: database ? databaseNamed(url, database) : url });
  await client.connect();
  let rows: Record<string, unknown>[] = [];
  for (const statement of statements) rows = (await client.query(statement)).rows;
  await client.end();
  return rows;
};
/** Of this office alone: other tests have theirs on the same server. A name may have been cut for what follows it. */
const databases = async () => {
  const own = nameIn(office.place.databaseUrl ?? '').slice(0, 30);
  const names = (await asked('postgres', 'select datname from pg_database order by 1')).map(({ datname }) => String(datname));
  return names.filter((name) => name.startsWith(own));
};

describe('an office on PostgreSQL', () => {
  it('has a backup with the same manifest: head, rows of every table, nobody signed in; the chain is walked in the dump itself', async () => {
    const head = await type('7', 0);
    const { folder, manifest } = await makeOne();
    const said = databaseIn(manifest.stores.database);
    expect([said.engine, said.head, said.migration.name, said.tables.sessions]).toEqual([
      'postgres',
      head,
      expect.stringMatching(/^\d{4}_/),
      0,
    ]);
    expect([said.tables.logged_events, said.tables.users]).toEqual([head.seq, 6]);
    expect(await checkBackup(folder)).toEqual({ manifest, faults: [] });
  });

  it('has its chain walked in whatever order the server keeps the events', async () => {
    const copied = `insert into logged_events select at, seq + 1000, circumstance, form, kind, hash, request_id, said from logged_events`;
    await asked(null, 'begin', `${copied} order by seq desc limit 1`, 'rollback');
    await type('8', 1);
    await asked(null, 'vacuum logged_events');
    const head = await type('9', 2);
    const seqs = (await asked(null, 'select seq from logged_events order by ctid')).map(({ seq }) => Number(seq));
    expect(seqs).not.toEqual([...seqs].sort((one, other) => one - other));
    const { manifest } = await makeOne();
    expect(databaseIn(manifest.stores.database).head).toEqual(head);
  });

  it('comes back from it; the database that stood is kept under another name, and the log tells of it', async () => {
    const { folder, manifest } = await makeOne();
    const { head } = databaseIn(manifest.stores.database);
    await type('10', 3);
    const { aside } = await restoreTo(office.place, folder);
    expect([aside.length, await databases()]).toEqual([1, expect.arrayContaining(aside)]);
    const store = await openStore(office.place);
    const [event] = await latestEvents(store.read, { limit: 1 });
    expect(event).toMatchObject({ seq: head.seq + 1, prev: head.hash, kind: 'backup.restored', payload: { manifest: manifest.hash } });
    expect((await districtIn(store, office.district).filing(0)).status).toBe('approved');
    await store.close();
    await type('10', 3);
  });

  it('is not put back while somebody is connected', async () => {
    const { folder } = await makeOne();
    const before = await databases();
    const store = await openStore(office.place);
    await eventHead(store.read);
    await expect(restoreTo(office.place, folder)).rejects.toThrow(/is in use by 1 connections: .*RESUME/);
    await store.close();
    expect(await databases()).toEqual(before);
  });

  it('does not take the backup of an office on SQLite, nor the other way round', async () => {
    const other = await anOffice();
    const { folder } = await makeBackup({ place: other.place, to: other.backups, reason: 'asked' });
    await expect(restoreTo(office.place, folder)).rejects.toThrow('the backup is of SQLite and PostgreSQL is configured');
    await expect(restoreTo(other.place, (await makeOne()).folder)).rejects.toThrow('the backup is of PostgreSQL and SQLite is configured');
    other.remove();
  });

  it(`T7: of PostgreSQL is found damaged, ${damagedBackups} of ${damagedBackups}`, async () => {
    const { folder } = await makeOne();
    await type('11');
    const other = (await makeOne()).folder;
    expect(await missedDamages({ folder, other, trials: damagedBackups, random: seededRandom(8) })).toEqual([]);
    expect((await checkBackup(folder)).faults).toEqual([]);
  });

  it('T7: a dump that was changed and its hashes made anew is found by what is in it', async () => {
    const { folder } = await makeOne();
    const file = join(folder, 'database/nianbao.dump');
    const whole = readFileSync(file);
    const random = seededRandom(9);
    for (let trial = 0; trial < 10; trial += 1) {
      writeFileSync(file, whole.subarray(0, random.integer(0, whole.length - 1)));
      await resealed(folder);
      expect((await checkBackup(folder)).faults).not.toEqual([]);
    }
  });

  it('T6: is tried out in a database of its own, which is gone afterwards', async () => {
    const { folder } = await makeOne();
    const before = await databases();
    const result = await drill({ place: office.place, from: folder, backups: office.backups, contextOf: consoleContext });
    expect(result).toMatchObject({ ok: true });
    expect(lastResult(office.backups, 'drill')).toEqual(result);
    expect(await databases()).toEqual(before);
  });
});

describe('without the programs of PostgreSQL', () => {
  beforeEach(() => vi.stubEnv('NIANBAO_POSTGRES', '/nowhere'));
  afterEach(() => vi.unstubAllEnvs());

  it('a backup says what to install', async () => {
    await expect(makeOne()).rejects.toThrow('pg_dump is missing: install PostgreSQL’s client programs');
  });
});
