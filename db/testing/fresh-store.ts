import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../store/sqlite-store';
import type { Store } from '../store/store';

export interface FreshStore {
  store: Store;
  /** The database file; empty for PostgreSQL. */
  file: string;
  /** Closes the store and takes everything of it away. */
  remove(): Promise<void>;
}

/**
 * An SQLite store in a real file of its own folder: migrated, or a copy of a database made before.
 *
 * @param contents of a database file, from `sqliteFile`
 */
export async function freshSqliteStore(contents?: Uint8Array): Promise<FreshStore> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-store-'));
  const file = join(folder, 'nianbao.db');
  writeFileSync(file, contents ?? (await migratedSqlite()), { mode: 0o600 });
  const store = await openSqliteStore(file);
  return {
    store,
    file,
    async remove() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A database made once, to be copied as often as it is wanted. */
export async function sqliteFile<T>(make: (store: Store) => Promise<T>): Promise<{ contents: Uint8Array; made: T }> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-store-'));
  const file = join(folder, 'nianbao.db');
  try {
    const store = await openSqliteStore(file);
    await store.migrate();
    const made = await make(store);
    // A store that is closed has folded its log into the file.
    await store.close();
    return { contents: readFileSync(file), made };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// The migrations are run once for a process; every store after that is a copy of what they left.
const migratedSqlite = onceFor(async () => (await sqliteFile(async () => {})).contents);

function onceFor<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
