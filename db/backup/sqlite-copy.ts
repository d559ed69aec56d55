import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { type Ask, countRows, type DatabaseFacts, readHead, walkChain } from './facts';
import { leftOut } from './left-out';

/**
 * A copy of a database that may be in use, as one file with nothing beside it.
 *
 * All pages are taken in one step: a backup in several is begun anew whenever another process has written, and with many
 * clerks at work would never end. Readers hold up no writer.
 *
 * @returns where the log of the original ended before the copy was begun: the copy has to hold that link
 */
export async function copySqlite(from: string, to: string): Promise<DatabaseFacts['head'] | null> {
  const source = openLive(from);
  try {
    const head = await readHead(asking(source));
    await source.backup(to, { progress: () => Number.MAX_SAFE_INTEGER });
    const copy = new Database(to);
    try {
      // Otherwise whoever only looks at the copy leaves a log beside it.
      copy.pragma('journal_mode = DELETE');
      copy.pragma('secure_delete = ON');
      for (const table of leftOut) if (hasTable(copy, table)) copy.exec(`delete from "${table}"`);
    } finally {
      copy.close();
    }
    return head;
  } finally {
    source.close();
  }
}

/** What a file holds, and everything that is wrong with it: pages, references, the chain. Changes nothing. @param link one that must be in the chain */
export async function inspectSqlite(
  file: string,
  link: DatabaseFacts['head'] | null,
): Promise<{ facts: DatabaseFacts; faults: string[] } | { facts: null; faults: string[] }> {
  let database: Database.Database | null = null;
  try {
    database = new Database(file, { readonly: true, fileMustExist: true });
    const pages = (database.pragma('integrity_check') as { integrity_check: string }[]).map((row) => row.integrity_check);
    if (pages.join() !== 'ok') return { facts: null, faults: pages.slice(0, 3).map((fault) => `integrity_check: ${fault}`) };
    const faults = (database.pragma('foreign_key_check') as { table: string }[])
      .slice(0, 3)
      .map(({ table }) => `foreign_key_check: a row of ${table} points at nothing`);
    const ask = asking(database);
    const chain = await walkChain(ask, link);
    if (chain.fault) faults.push(`event ${chain.fault.seq} does not fit (${chain.fault.fault})`);
    else if (!chain.holds) faults.push(`event ${link?.seq} is not in the log as it was`);
    const facts = { migration: lastMigrationOf(database), head: chain.head, tables: await countRows(ask, tablesOf(database)) };
    return { facts, faults };
  } catch (error) {
    return { facts: null, faults: [(error as Error).message] };
  } finally {
    database?.close();
  }
}

/** The last migration that a file has had, whatever program made it; 0 for a file that is not there or holds nothing. */
export function lastSqliteMigration(file: string): number {
  if (!existsSync(file)) return 0;
  const database = openLive(file);
  try {
    return lastMigrationOf(database);
  } finally {
    database.close();
  }
}

/** A database that may be in use. A connection that may only read would leave an empty log behind where nobody else has it open. */
function openLive(file: string): Database.Database {
  const database = new Database(file, { fileMustExist: true, timeout: 10_000 });
  database.pragma('query_only = ON');
  return database;
}

function lastMigrationOf(database: Database.Database): number {
  if (!hasTable(database, '__drizzle_migrations')) return 0;
  return Number(database.prepare('select max(created_at) from __drizzle_migrations').pluck().get() ?? 0);
}

function tablesOf(database: Database.Database): string[] {
  const all = database.prepare(`select name from sqlite_schema where type = 'table' order by name`).pluck().all() as string[];
  return all.filter((name) => !name.startsWith('sqlite_') && name !== '__drizzle_migrations');
}

function hasTable(database: Database.Database, name: string): boolean {
  return database.prepare(`select 1 from sqlite_schema where type = 'table' and name = ?`).get(name) !== undefined;
}

function asking(database: Database.Database): Ask {
  return async (sql) => database.prepare(sql).all() as Record<string, unknown>[];
}
