import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { openPostgresStore } from '../store/postgres-store';
import { databaseUrl, migratedDatabase } from './fresh-postgres';
import { startPostgres } from './postgres-server';

/** Before the integration tests: one real PostgreSQL for all of them, with a migrated database that every store is copied from. */
export default async function postgresForTests({ provide }: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  try {
    const admin = new Client({ connectionString: server.url });
    await admin.connect();
    await admin.query(`create database ${migratedDatabase}`);
    await admin.end();
    const store = await openPostgresStore(databaseUrl(server.url, migratedDatabase));
    await store.migrate();
    await store.close();
  } catch (error) {
    await server.stop();
    throw error;
  }
  provide('postgres', server.url);
  return server.stop;
}
