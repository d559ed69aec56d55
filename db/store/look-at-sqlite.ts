import { accessSync, closeSync, constants, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { type LogHead, readHeadBeside } from './head-beside';
import { isDamage } from './is-damage';
import { type DatabaseFacts, migrationFault } from './look-at-database';

export type SqliteLook =
  /** `beside`: what belongs to a database stands there without it. */
  | { state: 'absent'; beside: string | null }
  | { state: 'no_bytes' | 'no_database' | 'of_another_program' }
  | { state: 'not_readable' | 'not_writable'; path: string }
  | { state: 'damaged'; detail: string }
  /** It could not be looked at, which says nothing of what it holds. */
  | { state: 'unusable'; detail: string }
  | { state: 'foreign_migration'; detail: string }
  /** The log ends before a commit that was acknowledged, or tells another story there. */
  | { state: 'behind'; head: LogHead; endsAt: number }
  | { state: 'sound'; facts: DatabaseFacts; arePagesChecked: boolean };

const magic = 'SQLite format 3\0';
/** Where a database says that its log is a `-wal`: write and read version, 2 for yes. */
const walFlags = [18, 19] as const;

/**
 * What a database file is, before anything opens it to write. Changes nothing of it.
 *
 * @param checkPagesUpTo bytes up to which every page is looked at; a larger file would take too long here (`check-pages.mjs`)
 */
export function lookAtSqlite(file: string, checkPagesUpTo: number): SqliteLook {
  const beside = ['-wal', '-head'].map((suffix) => `${file}${suffix}`).find((path) => existsSync(path)) ?? null;
  if (!existsSync(file)) return { state: 'absent', beside };
  if (!may(file, constants.R_OK)) return { state: 'not_readable', path: file };
  const { size } = statSync(file);
  if (size === 0) return { state: 'no_bytes' };
  const head = beginning(file);
  if (head.subarray(0, magic.length).toString('latin1') !== magic) return { state: 'no_database' };
  const promised = bytesPromised(head);
  if (size < promised && isClosed(file)) return { state: 'damaged', detail: `the file ends at byte ${size} of ${promised}` };
  for (const path of [file, dirname(file)])
    if (!may(path, constants.W_OK) || isMarkedReadOnly(path)) return { state: 'not_writable', path };
  let connection: Database.Database | null = null;
  try {
    connection = open(file, size <= checkPagesUpTo);
    return { ...judge(connection, readHeadBeside(file), size <= checkPagesUpTo) };
  } catch (error) {
    return { state: isDamage(error) ? 'damaged' : 'unusable', detail: (error as Error).message };
  } finally {
    connection?.close();
  }
}

function judge(connection: Database.Database, head: LogHead | null, checksPages: boolean): SqliteLook {
  if (checksPages) {
    const pages = (connection.pragma('quick_check(3)') as { quick_check: string }[]).map((row) => row.quick_check);
    if (pages.join() !== 'ok') return { state: 'damaged', detail: pages.join('; ') };
  }
  const tables = new Set(connection.prepare("select name from sqlite_schema where type in ('table', 'view')").pluck().all() as string[]);
  const migrations = tables.has('__drizzle_migrations')
    ? (connection.prepare('select created_at from __drizzle_migrations').pluck().all() as unknown[]).map(Number)
    : [];
  if (tables.size > 0 && !tables.has('__drizzle_migrations')) return { state: 'of_another_program' };
  const foreign = migrationFault('sqlite', migrations);
  if (foreign) return { state: 'foreign_migration', detail: foreign };
  const count = (sql: string, table: string) => (tables.has(table) ? Number(connection.prepare(sql).pluck().get() ?? 0) : 0);
  const isSet = (key: string) =>
    tables.has('settings') && connection.prepare('select value from settings where key = ?').pluck().get(key) === 'true';
  const events = count('select max(seq) from events', 'events');
  if (head && head.seq > 0) {
    const hash = tables.has('events') ? connection.prepare('select hash from events where seq = ?').pluck().get(head.seq) : undefined;
    if (hash !== head.hash) return { state: 'behind', head, endsAt: events };
  }
  const facts: DatabaseFacts = {
    isDemonstration: isSet('isDemonstration'),
    isOffice:
      isSet('isOffice') || events > 0 || count('select count(*) from users', 'users') + count('select count(*) from units', 'units') > 0,
  };
  return { state: 'sound', facts, arePagesChecked: checksPages };
}

/**
 * A database that was closed has nothing beside it, and nobody has it open: it is read into memory, because even a connection that may
 * only read would leave a log behind. Where there is a log, it is a part of the database.
 */
function open(file: string, fitsInMemory: boolean): Database.Database {
  if (!isClosed(file) || !fitsInMemory) return new Database(file, { readonly: true, fileMustExist: true, timeout: 10_000 });
  const contents = readFileSync(file);
  for (const flag of walFlags) contents[flag] = 1;
  return new Database(contents);
}

function isClosed(file: string): boolean {
  return !existsSync(`${file}-wal`) && !existsSync(`${file}-journal`);
}

/** How long a closed database says it is: a cut through pages nobody has used yet is found by no check of the others. */
function bytesPromised(head: Buffer): number {
  const pageSize = head.readUInt16BE(16);
  return (pageSize === 1 ? 65_536 : pageSize) * head.readUInt32BE(28);
}

const headBytes = 100;

function beginning(file: string): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(headBytes);
    readSync(descriptor, bytes, 0, bytes.length, 0);
    return bytes;
  } finally {
    closeSync(descriptor);
  }
}

function may(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}

/** The administrator of the machine may write whatever is marked so, and must not: somebody has put it aside. */
function isMarkedReadOnly(path: string): boolean {
  return (statSync(path).mode & 0o222) === 0;
}
