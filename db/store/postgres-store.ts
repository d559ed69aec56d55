import { AsyncLocalStorage } from 'node:async_hooks';
import { sql } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import * as t from '../schema/pg';
import { migrationsFolder } from './migrations-folder';
import type { Db, Store, StoreWatch, Tx } from './store';
import { watchPool } from './watch-pool';

type AnyPg = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/** serialization_failure and deadlock_detected: PostgreSQL asks for the transaction to be tried again. */
const retryCodes = new Set(['40001', '40P01']);
const maxTries = 8;

/** Without it a server that is gone without a word would keep everybody waiting for ever. */
const connectPatienceMs = 10_000;

/**
 * The store on PostgreSQL, over any drizzle driver of it: node-postgres in service, PGlite in the contract tests.
 */
export function postgresStore(driver: { db: AnyPg; migrate: (folder: string) => Promise<void>; close: () => Promise<void> }): Store {
  const inside = new AsyncLocalStorage<Tx>();
  return {
    engine: 'postgres',
    read: { db: driver.db as unknown as Db, t },
    async tx<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
      const outer = inside.getStore();
      if (outer) return work(outer);
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await driver.db.transaction((db) => {
            const tx: Tx = {
              db: db as unknown as Db,
              t,
              lock: async (key) => {
                await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
              },
            };
            return inside.run(tx, () => work(tx));
          });
        } catch (error) {
          if (attempt >= maxTries || !retryCodes.has(innermost(error).code ?? '')) throw error;
        }
      }
    },
    fill: (work) => work(),
    migrate: () => driver.migrate(migrationsFolder('pg')),
    close: driver.close,
  };
}

export async function openPostgresStore(url: string, watch: StoreWatch = {}): Promise<Store> {
  const [{ Pool }, { drizzle }, { migrate }] = await Promise.all([
    import('pg'),
    import('drizzle-orm/node-postgres'),
    import('drizzle-orm/node-postgres/migrator'),
  ]);
  const pool = watchPool(new Pool({ connectionString: url, max: 16, connectionTimeoutMillis: connectPatienceMs, keepAlive: true }), watch);
  const db = drizzle(pool);
  const store = postgresStore({
    db: db as unknown as AnyPg,
    async migrate(folder) {
      const client = await pool.connect();
      try {
        await client.query(`select pg_advisory_lock(hashtextextended('nianbao migrate', 0))`);
        await migrate(db, { migrationsFolder: folder });
      } finally {
        await client.query(`select pg_advisory_unlock(hashtextextended('nianbao migrate', 0))`);
        client.release();
      }
    },
    close: () => pool.end(),
  });
  return { ...store, waiting: () => pool.waitingCount };
}

function innermost(error: unknown): { code?: string } {
  let cause = error as { code?: string; cause?: unknown };
  while (cause?.cause) cause = cause.cause as typeof cause;
  return cause ?? {};
}
