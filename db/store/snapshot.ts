import { closeSync, constants, copyFileSync, existsSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, statSync } from 'node:fs';

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import * as pg from '../schema/pg';
import * as sqlite from '../schema/sqlite';
import { migrationsFolder } from './migrations-folder';
import { requireSafeSqlite } from './sqlite-version';
import type { Db, Reader } from './store';

/** What somebody who judges a database gets: one moment of it, which nothing they do can change. */
export interface Snapshot {
  engine: 'sqlite' | 'postgres';
  read: Reader;
  schema: SchemaAge;
}

/** How the schema stands to this program's: `older` lacks migrations, `newer` has one that is not known here. */
export interface SchemaAge {
  is: 'current' | 'older' | 'newer';
  /** The newest migration that both know; null where there is none. */
  migration: string | null;
}

/** A database that cannot be read, said as a sentence in both languages. */
export class CannotRead extends Error {
  override readonly name = 'CannotRead';
  constructor(
    readonly sentence: { zh: string; en: string },
    options?: ErrorOptions,
  ) {
    super(`${sentence.zh} / ${sentence.en}`, options);
  }
}

/**
 * Reads the database that the configuration names without changing a byte of it: nothing is migrated, created or locked.
 *
 * SQLite: a private copy of the file and of its `-wal` is read, because SQLite writes beside whatever it opens (`-shm`, and a `-wal` that
 * somebody else left is worked into the file). So the file may be in use, lie on a medium that cannot be written, or be a copy of which
 * the app knows nothing. PostgreSQL: one READ ONLY transaction, which sees one moment.
 *
 * @throws CannotRead there is none, it is empty, damaged or no database of ours
 */
export async function withSnapshot<T>(
  config: { dataFolder: string; databaseUrl: string | null },
  work: (snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  if (config.databaseUrl) return withPostgres(config.databaseUrl, work);
  return withSqliteCopy(join(config.dataFolder, 'nianbao.db'), work);
}

/** The same of a database file by its path. */
export async function withSqliteCopy<T>(file: string, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  requireDatabase(file);
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-reading-'));
  let connection: Database.Database | undefined;
  try {
    const copy = join(folder, 'copy.db');
    copyWhole(file, copy);
    connection = new Database(copy);
    requireSafeSqlite(connection.prepare('select sqlite_version()').pluck().get() as string);
    connection.pragma('query_only = ON');
    connection.pragma('trusted_schema = OFF');
    const has = connection.prepare("select name from sqlite_master where type in ('table', 'view') and name = ?").pluck();
    if (!has.get('events')) throw notOurs(file);
    const applied = has.get('__drizzle_migrations')
      ? (connection.prepare('select created_at from __drizzle_migrations').pluck().all() as number[])
      : [];
    return await work({
      engine: 'sqlite',
      read: { db: drizzle(connection) as unknown as Db, t: sqlite },
      schema: ageOf('sqlite', applied.map(Number)),
    });
  } catch (error) {
    throw readable(error, file);
  } finally {
    connection?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Over any drizzle driver of PostgreSQL. */
type AnyPg = PgDatabase<PgQueryResultHKT, Record<string, never>>;

async function inOneTransaction<T>(db: AnyPg, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  return db.transaction(
    async (tx) => {
      const one = async (query: ReturnType<typeof sql>) => (await tx.execute(query)) as unknown as { rows: Record<string, unknown>[] };
      const { rows: tables } = await one(
        sql`select to_regclass('public.events') as events, to_regclass('drizzle.__drizzle_migrations') as migrations`,
      );
      if (!tables[0]?.events) throw notOurs('DATABASE_URL');
      const { rows } = tables[0].migrations ? await one(sql`select created_at from drizzle.__drizzle_migrations`) : { rows: [] };
      const schema = ageOf(
        'pg',
        rows.map((row) => Number(row.created_at)),
      );
      return work({ engine: 'postgres', read: { db: tx as unknown as Db, t: pg as unknown as Reader['t'] }, schema });
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

async function withPostgres<T>(url: string, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  const [{ Pool }, { drizzle: over }] = await Promise.all([import('pg'), import('drizzle-orm/node-postgres')]);
  const pool = new Pool({ connectionString: url, max: 1 });
  pool.on('error', () => {});
  try {
    // Asked for by itself first, so that what the judge throws later is not taken for a lost connection.
    await pool.query('select 1').catch((error: unknown) => {
      throw new CannotRead(
        {
          zh: `连不上 PostgreSQL（${codeOf(error)}）。请检查 DATABASE_URL 和数据库服务。`,
          en: `PostgreSQL cannot be reached (${codeOf(error)}). Check DATABASE_URL and the server.`,
        },
        { cause: error },
      );
    });
    return await inOneTransaction(over(pool) as unknown as AnyPg, work);
  } finally {
    await pool.end();
  }
}

function requireDatabase(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found)
    throw new CannotRead({
      zh: `没有数据库文件 ${file}。请检查 NIANBAO_DATA。`,
      en: `There is no database file ${file}. Check NIANBAO_DATA.`,
    });
  if (found.isFile() && found.size === 0)
    throw new CannotRead({
      zh: `${file} 是空文件（0 字节），不是数据库。请从备份恢复后再核对。`,
      en: `${file} is empty (0 bytes) and no database. Take it from a backup and verify that.`,
    });
  if (!found.isFile() || !head(file, 16).equals(Buffer.from('SQLite format 3\0'))) throw notOurs(file);
}

const tries = 5;

/**
 * Copies the file and what its `-wal` holds of it as they stood at one moment. While an app works on it, transactions are added to the `-wal`,
 * of which an unfinished one does not count; only when they are worked into the file meanwhile is the copy of two moments, and made anew.
 */
function copyWhole(file: string, copy: string): void {
  const wal = `${file}-wal`;
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const before = momentOf(file, wal);
    copyFileSync(file, copy, constants.COPYFILE_FICLONE);
    rmSync(`${copy}-wal`, { force: true });
    if (existsSync(wal) && statSync(wal).size > 0) copyFileSync(wal, `${copy}-wal`, constants.COPYFILE_FICLONE);
    if (momentOf(file, wal) === before) return;
  }
  throw new CannotRead({
    zh: `${file} 正在大量写入，没有取得完整的副本。请稍后再试，或核对备份。`,
    en: `${file} is being written so much that no whole copy could be taken. Try again later, or verify a backup.`,
  });
}

/** Changes when the file is written, and when the `-wal` is begun anew; not when something is added to the `-wal`. */
function momentOf(file: string, wal: string): string {
  const { mtimeNs, size } = statSync(file, { bigint: true });
  const begun = existsSync(wal) ? head(wal, 32).toString('hex') : '';
  return `${mtimeNs} ${size} ${begun}`;
}

function head(file: string, bytes: number): Buffer {
  const handle = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(bytes);
    return buffer.subarray(0, readSync(handle, buffer, 0, bytes, 0));
  } finally {
    closeSync(handle);
  }
}

function ageOf(dialect: 'sqlite' | 'pg', applied: readonly number[]): SchemaAge {
  const { entries } = JSON.parse(readFileSync(join(migrationsFolder(dialect), 'meta/_journal.json'), 'utf8')) as {
    entries: { when: number; tag: string }[];
  };
  const known = new Set(entries.map((entry) => entry.when));
  const migration = entries.findLast((entry) => applied.includes(entry.when))?.tag ?? null;
  if (applied.some((when) => !known.has(when))) return { is: 'newer', migration };
  return { is: entries.every((entry) => applied.includes(entry.when)) ? 'current' : 'older', migration };
}

function notOurs(file: string): CannotRead {
  return new CannotRead({
    zh: `${file} 不是年报系统的数据库（没有操作记录）。`,
    en: `${file} is no database of this system (it has no event log).`,
  });
}

function readable(error: unknown, file: string): unknown {
  const code = codeOf(error);
  if (error instanceof CannotRead) return error;
  if (code === 'SQLITE_CORRUPT' || code.startsWith('SQLITE_CORRUPT_') || code === 'SQLITE_NOTADB')
    return new CannotRead(
      {
        zh: `${file} 已损坏（${code}），读不完整。请保留原样，从备份恢复。`,
        en: `${file} is damaged (${code}) and cannot be read to its end. Keep it as it is and restore a backup.`,
      },
      { cause: error },
    );
  if (code === 'ENOSPC')
    return new CannotRead(
      {
        zh: `临时文件夹 ${tmpdir()} 空间不足：核对要用数据库的副本。请腾出空间，或用 TMPDIR 指定别处。`,
        en: `There is no room in ${tmpdir()}: a copy of the database is verified. Make room, or name another place by TMPDIR.`,
      },
      { cause: error },
    );
  return error;
}

function codeOf(error: unknown): string {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return typeof code === 'string' ? code : cause ? codeOf(cause) : '';
}
