import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshSqliteStore, sqliteFile } from '../testing/fresh-store';
import { anEvent } from '../testing/rows';
import { eventHead, recordEvents } from './events';
import { type Snapshot, withSnapshot, withSqliteCopy } from './snapshot';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-snapshot-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Every file of a folder by its hash. */
function bytesIn(path: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(path).map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(path, name)))
        .digest('hex'),
    ]),
  );
}

/** A database with so many events, in a file of its own. */
async function databaseWith(events: number): Promise<string> {
  const { contents } = await sqliteFile((store) =>
    store.tx((tx) =>
      recordEvents(
        tx,
        Array.from({ length: events }, () => anEvent()),
      ),
    ),
  );
  const file = join(folder, 'nianbao.db');
  writeFileSync(file, contents);
  return file;
}

const eventsIn = ({ read }: Snapshot) => eventHead(read).then(({ seq }) => seq);

describe('a database that is only read', () => {
  it('keeps every byte of every file, and gets no file beside it', async () => {
    await databaseWith(3);
    const before = bytesIn(folder);
    expect(await withSnapshot({ dataFolder: folder, databaseUrl: null }, eventsIn)).toBe(3);
    expect(bytesIn(folder)).toEqual(before);
  });

  it('is read with what stands only in its -wal, as a killed app leaves it, and keeps that too', async () => {
    const fresh = await freshSqliteStore();
    await fresh.store.tx((tx) => recordEvents(tx, [anEvent(), anEvent()]));
    for (const end of ['', '-wal', '-shm']) copyFileSync(`${fresh.file}${end}`, join(folder, `nianbao.db${end}`));
    await fresh.remove();
    const before = bytesIn(folder);
    expect(Object.keys(before).sort()).toEqual(['nianbao.db', 'nianbao.db-shm', 'nianbao.db-wal']);
    expect(await withSnapshot({ dataFolder: folder, databaseUrl: null }, eventsIn)).toBe(2);
    expect(bytesIn(folder)).toEqual(before);
  });

  it('may be in use, and is seen as it was when the reading began', async () => {
    const fresh = await freshSqliteStore();
    await fresh.store.tx((tx) => recordEvents(tx, [anEvent()]));
    const seen = await withSqliteCopy(fresh.file, async (snapshot) => {
      await fresh.store.tx((tx) => recordEvents(tx, [anEvent()]));
      return eventsIn(snapshot);
    });
    expect([seen, (await eventHead(fresh.store.read)).seq]).toEqual([1, 2]);
    await fresh.remove();
  });

  it('may lie where nothing can be written', async () => {
    const file = await databaseWith(2);
    chmodSync(file, 0o400);
    chmodSync(folder, 0o500);
    expect(await withSqliteCopy(file, eventsIn)).toBe(2);
    chmodSync(folder, 0o700);
  });

  it('refuses to be written', async () => {
    const file = await databaseWith(1);
    await expect(
      withSqliteCopy(file, ({ read }) => Promise.resolve(read.db.insert(read.t.settings).values({ key: 'x', value: 1 }))),
    ).rejects.toThrow(/readonly|read-only/);
  });

  it('is told by its age: an older schema is left as it is, one of a newer program is known as such', async () => {
    const file = await databaseWith(1);
    const age = () => withSqliteCopy(file, ({ schema }) => Promise.resolve(schema.is));
    expect(await age()).toBe('current');
    const plain = new Database(file);
    plain.exec('delete from __drizzle_migrations where created_at = (select max(created_at) from __drizzle_migrations)');
    expect(await age()).toBe('older');
    plain.prepare("insert into __drizzle_migrations (hash, created_at) values ('x', 99999999999999)").run();
    expect(await age()).toBe('newer');
    plain.close();
  });
});

function anotherDatabase(file: string): void {
  rmSync(file);
  new Database(file).exec('create table t (x)').close();
}

function aFolder(file: string): void {
  rmSync(file);
  mkdirSync(file);
}

describe('what cannot be read is said as a sentence', () => {
  const nothing = () => Promise.resolve(null);

  it.each<[string, (file: string) => void, string]>([
    ['no file', (file) => rmSync(file), '没有数据库文件'],
    ['0 bytes', (file) => truncateSync(file, 0), '0 字节'],
    ['another file', (file) => writeFileSync(file, 'a letter to somebody, long enough'), '不是年报系统的数据库'],
    ['a database of something else', anotherDatabase, '没有操作记录'],
    ['a folder', aFolder, '不是年报系统的数据库'],
  ])('%s', async (_, spoil, sentence) => {
    const file = await databaseWith(1);
    spoil(file);
    await expect(withSqliteCopy(file, nothing)).rejects.toThrow(sentence);
  });

  it('pages that were overwritten', async () => {
    const file = await databaseWith(400);
    const bytes = readFileSync(file);
    for (let at = 8192; at < bytes.length; at += 4096) bytes.fill(0x5a, at, at + 256);
    writeFileSync(file, bytes);
    await expect(withSqliteCopy(file, async ({ read }) => read.db.select().from(read.t.loggedEvents))).rejects.toThrow('已损坏');
  });

  it('a PostgreSQL that cannot be reached, without its password', async () => {
    const config = { dataFolder: folder, databaseUrl: 'postgres://somebody:a-secret@127.0.0.1:1/nianbao' };
    const error = await withSnapshot(config, nothing).catch((thrown: Error) => thrown);
    expect([error?.message.includes('ECONNREFUSED'), error?.message.includes('a-secret')]).toEqual([true, false]);
  });
});
