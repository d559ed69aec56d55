import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3';
import { migrate as migrateSqlite } from 'drizzle-orm/better-sqlite3/migrator';
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres';
import { migrate as migratePg } from 'drizzle-orm/node-postgres/migrator';
import { Client } from 'pg';
import { lendFunctions } from '../store/lend-functions';
import { migrationsFolder } from '../store/migrations-folder';
import { openSqliteStore } from '../store/sqlite-store';
import { freshDatabase, postgresStoreAt } from './fresh-postgres';
import type { FreshStore } from './fresh-store';

/** A database as an older version of the program left it. */
export interface OldDatabase {
  /** Statements without results; the dialects agree on plain INSERTs. */
  run(sql: string): Promise<void>;
  /** Opens it as the present program does. Only once. */
  bringUpToDate(): Promise<FreshStore>;
}

/** An SQLite file at the migration before the one that is named, in a folder of its own. @param named without its number: `pack_the_ledger` */
export async function sqliteBefore(named: string): Promise<OldDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-old-'));
  const file = join(folder, 'nianbao.db');
  const connection = new Database(file);
  lendFunctions(connection);
  await withMigrationsBefore('sqlite', named, (migrations) => migrateSqlite(drizzleSqlite(connection), { migrationsFolder: migrations }));
  return {
    run: async (sql) => void connection.exec(sql),
    async bringUpToDate() {
      connection.close();
      const store = await openSqliteStore(file);
      await store.migrate();
      return { store, file, remove: () => store.close().then(() => rmSync(folder, { recursive: true, force: true })) };
    },
  };
}

/** The same on PostgreSQL. */
export async function postgresBefore(named: string): Promise<OldDatabase> {
  const url = await freshDatabase();
  const client = new Client({ connectionString: url });
  await client.connect();
  await withMigrationsBefore('pg', named, (migrations) => migratePg(drizzlePg(client), { migrationsFolder: migrations }));
  return {
    run: async (sql) => void (await client.query(sql)),
    async bringUpToDate() {
      await client.end();
      const fresh = await postgresStoreAt(url);
      await fresh.store.migrate();
      return fresh;
    },
  };
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
