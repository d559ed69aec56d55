import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import * as pgTables from '../schema/pg';
import * as sqliteTables from '../schema/sqlite';
import type { StoreConfig } from './open-store';
import type { Db, Reader } from './store';
import { watchPool } from './watch-pool';

/** A connection of its own that only reads: for a thread beside the one that writes. */
export interface Snapshots {
  /** Everything read inside is as of one moment, and of what was committed before it began. One at a time. */
  at<T>(work: (reader: Reader) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Opens a store that another connection has opened and migrated. */
export function openSnapshots({ dataFolder, databaseUrl }: StoreConfig): Promise<Snapshots> | Snapshots {
  return databaseUrl ? postgresSnapshots(databaseUrl) : sqliteSnapshots(join(dataFolder, 'nianbao.db'));
}

function sqliteSnapshots(file: string): Snapshots {
  const connection = new Database(file, { readonly: true, fileMustExist: true, timeout: 5_000 });
  const reader: Reader = { db: drizzle(connection) as unknown as Db, t: sqliteTables };
  return {
    async at(work) {
      connection.exec('BEGIN');
      try {
        return await work(reader);
      } finally {
        connection.exec('ROLLBACK');
      }
    },
    close: async () => {
      connection.close();
    },
  };
}

async function postgresSnapshots(url: string): Promise<Snapshots> {
  const [{ Pool }, { drizzle: over }] = await Promise.all([import('pg'), import('drizzle-orm/node-postgres')]);
  // Between two jobs or in the middle of one the server may end the connection; the next job opens another.
  const pool = watchPool(new Pool({ connectionString: url, max: 1 }), {});
  const db = over(pool);
  return {
    at: (work) =>
      db.transaction((tx) => work({ db: tx as unknown as Db, t: pgTables }), {
        isolationLevel: 'repeatable read',
        accessMode: 'read only',
      }),
    close: () => pool.end(),
  };
}
