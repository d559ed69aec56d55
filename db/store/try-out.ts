import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { drizzle as drizzleOverPg } from 'drizzle-orm/node-postgres';
import type { Pool, PoolClient } from 'pg';
import * as pgTables from '../schema/pg';
import * as sqliteTables from '../schema/sqlite';
import type { Tables } from '../schema/tables';
import { inTransaction } from './in-transaction';
import type { Db, Store, Tx } from './store';

/**
 * A trial beside those who write: whatever a command writes goes into copies of the tables, made when it first writes into one, in the temporary schema
 * that both engines look into first. So it reads what it wrote, takes no lock that anybody waits for, and all of it is gone with the transaction.
 */

/**
 * Into these a command only adds, and reads nothing back that it did not just add: of the others all is copied, of these the row by which the next one
 * is numbered.
 */
const added: Readonly<Record<string, string>> = {
  logged_events: 'order by seq desc limit 1',
  event_circumstances: 'order by id desc limit 1',
  changes: 'limit 0',
};

const write = /^\s*(?:insert into|update|delete from)\s+"(\w+)"/i;

const rest = (table: string) => added[table] ?? '';

/** @param at a snapshot on this connection, rolled back at its end */
export function trialOnSqlite(connection: Database.Database, at: <T>(work: () => Promise<T>) => Promise<T>) {
  const copied = new Set<string>();
  const schemaOf = connection.prepare<[string], { type: string; sql: string }>(
    "select type, sql from main.sqlite_schema where tbl_name = ? and type in ('table', 'index') and sql is not null order by type desc",
  );
  const logger = {
    // The statement that is about to run was compiled before; SQLite compiles it again by itself, because the schema is another.
    logQuery(sql: string): void {
      const table = write.exec(sql)?.[1];
      if (!table || copied.has(table)) return;
      copied.add(table);
      const [own, ...indexes] = schemaOf.all(table);
      if (!own) throw new Error(`there is no table ${table}`);
      connection.exec(own.sql.replace(/^create table\s+/i, 'create temp table '));
      connection.exec(`insert into temp."${table}" select * from main."${table}" ${rest(table)}`);
      for (const index of indexes) connection.exec(index.sql.replace(/^create (unique )?index\s+/i, 'create $1index temp.'));
    },
  };
  connection.pragma('temp_store = memory');
  // What is copied refers to tables that are not.
  connection.pragma('foreign_keys = off');
  const db = drizzle(connection, { logger }) as unknown as Db;
  return <T>(work: (trial: Store) => Promise<T>): Promise<T> =>
    at(async () => {
      try {
        return await work(trialStore({ db, t: sqliteTables }, 'sqlite'));
      } finally {
        copied.clear();
      }
    });
}

class Undone extends Error {}

export async function trialOnPostgres<T>(pool: Pool, work: (trial: Store) => Promise<T>): Promise<T> {
  const done: T[] = [];
  try {
    await inTransaction(pool, 'begin isolation level repeatable read', async (client) => {
      done.push(
        await work(trialStore({ db: drizzleOverPg(copying(client)) as unknown as Db, t: pgTables as unknown as Tables }, 'postgres')),
      );
      throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  }
  return done[0] as T;
}

function copying(client: PoolClient): PoolClient {
  const copied = new Set<string>();
  return new Proxy(client, {
    get(target, name) {
      const value = Reflect.get(target, name, target);
      if (name !== 'query' || typeof value !== 'function') return typeof value === 'function' ? value.bind(target) : value;
      return async (...given: unknown[]) => {
        const [asked] = given;
        const table = write.exec(typeof asked === 'string' ? asked : (asked as { text: string }).text)?.[1];
        if (table && !copied.has(table)) {
          copied.add(table);
          await target.query(`create temp table "${table}" (like public."${table}" including all) on commit drop`);
          await target.query(`insert into pg_temp."${table}" select * from public."${table}" ${rest(table)}`);
        }
        return (value as (...values: unknown[]) => unknown).apply(target, given);
      };
    },
  });
}

function trialStore(reader: Pick<Tx, 'db' | 't'>, engine: Store['engine']): Store {
  const tx: Tx = { ...reader, lock: async () => {}, tell: async () => {}, stillReads: async () => false };
  return { engine, read: reader, tx: (work) => work(tx) } satisfies Pick<Store, 'engine' | 'read' | 'tx'> as unknown as Store;
}
