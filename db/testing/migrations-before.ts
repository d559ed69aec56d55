import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3';
import { migrate as migrateSqlite } from 'drizzle-orm/better-sqlite3/migrator';
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres';
import { migrate as migratePg } from 'drizzle-orm/node-postgres/migrator';
import type { Client } from 'pg';
import { lendFunctions } from '../store/lend-functions';
import { migrationsFolder } from '../store/migrations-folder';

/** Brings an empty database to the migration before the one that is named. @param named without its number: `pack_the_ledger` */
export async function migrateSqliteBefore(connection: Database.Database, named: string): Promise<void> {
  lendFunctions(connection);
  await withMigrationsBefore('sqlite', named, (migrations) => migrateSqlite(drizzleSqlite(connection), { migrationsFolder: migrations }));
}

/** The same on PostgreSQL. */
export async function migratePostgresBefore(client: Client, named: string): Promise<void> {
  await withMigrationsBefore('pg', named, (migrations) => migratePg(drizzlePg(client), { migrationsFolder: migrations }));
}

async function withMigrationsBefore(
  dialect: 'sqlite' | 'pg',
  named: string,
  work: (folder: string) => void | Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-migrations-'));
  cpSync(migrationsFolder(dialect), folder, { recursive: true });
  const file = join(folder, 'meta/_journal.json');
  const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: { tag: string }[] };
  const end = journal.entries.findIndex(({ tag }) => tag.endsWith(`_${named}`));
  if (end < 1) throw new Error(`no migration of ${dialect} is called ${named}`);
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, end) }));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
