import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { openPostgresStore } from '../store/postgres-store';
import type { FreshStore } from './fresh-store';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server that `postgres-for-tests` started for this run. */
    postgres: string;
  }
}

export interface FreshPostgres extends FreshStore {
  /** Where another process finds the same database. */
  url: string;
}

export const migratedDatabase = 'migrated';

/** A migrated store in a database of its own on the run's PostgreSQL server. @param template the database it is a copy of; nobody may be connected to that */
export async function freshPostgresStore(template = migratedDatabase): Promise<FreshPostgres> {
  return postgresStoreAt(await freshDatabase(template));
}

/** The store on a database that may hold something already. */
export async function postgresStoreAt(url: string): Promise<FreshPostgres> {
  const store = await openPostgresStore(url);
  return { store, url, file: '', remove: () => store.close() };
}

/** A new database, empty or a copy of another. It stays until the server is taken away. @returns its address */
export async function freshDatabase(template = 'template1'): Promise<string> {
  const server = inject('postgres');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = new Client({ connectionString: server });
  await admin.connect();
  try {
    await admin.query(`create database ${name} template ${template}`);
  } finally {
    await admin.end();
  }
  return databaseUrl(server, name);
}

export function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = name;
  return url.href;
}
