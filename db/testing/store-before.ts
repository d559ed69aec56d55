import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import { openSqliteStore } from '../store/sqlite-store';
import { freshDatabase, postgresStoreAt } from './fresh-postgres';
import type { FreshStore } from './fresh-store';
import { migratePostgresBefore, migrateSqliteBefore } from './migrations-before';

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
  await migrateSqliteBefore(connection, named);
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
  await migratePostgresBefore(client, named);
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
