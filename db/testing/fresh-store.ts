import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { postgresStore } from '../store/postgres-store';
import { openSqliteStore } from '../store/sqlite-store';
import type { Store } from '../store/store';

export interface FreshStore {
  store: Store;
  /** The database file; empty for PostgreSQL, which lives in memory here. */
  file: string;
  /** Closes the store and takes everything of it away. */
  remove(): Promise<void>;
}

/** A migrated SQLite store in a real file of its own folder. */
export async function freshSqliteStore(): Promise<FreshStore> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-store-'));
  const file = join(folder, 'nianbao.db');
  const store = await openSqliteStore(file);
  await store.migrate();
  return {
    store,
    file,
    async remove() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A migrated store on PostgreSQL's dialect, PGlite in memory. It takes 2 to 3 seconds to start: one for a test file. */
export async function freshPostgresStore(): Promise<FreshStore> {
  return postgresStoreOn(new PGlite());
}

/** The store over an instance that may hold something already, brought up to date. */
export async function postgresStoreOn(client: PGlite): Promise<FreshStore> {
  const db = drizzle({ client });
  const store = postgresStore({
    db: db as unknown as Parameters<typeof postgresStore>[0]['db'],
    migrate: (folder) => migrate(db, { migrationsFolder: folder }),
    close: () => client.close(),
  });
  await store.migrate();
  return { store, file: '', remove: () => store.close() };
}
