import { Worker } from 'node:worker_threads';
import { lookAtPostgres, type PostgresLook } from './look-at-postgres';
import { lookAtSqlite, type SqliteLook } from './look-at-sqlite';
import { databaseFile } from './open-store';

/** Looked at page by page in half a second; above that, people would wait for it. */
const checkPagesUpTo = 50 * 1024 * 1024;

export type DataLook = SqliteLook | PostgresLook;

/** What stands where the configuration points, before anything opens it to write. */
export async function lookAtData(config: { dataFolder: string; databaseUrl: string | null }): Promise<DataLook> {
  return config.databaseUrl ? lookAtPostgres(config.databaseUrl) : lookAtSqlite(databaseFile(config.dataFolder), checkPagesUpTo);
}

/** Looks at every page of the embedded database while it serves. @returns what is wrong, or null */
export function checkPages(dataFolder: string): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./check-pages.mjs', import.meta.url), { workerData: databaseFile(dataFolder) });
    worker.unref();
    worker.once('message', (said: string) => resolve(said === 'ok' ? null : said));
    worker.once('error', reject);
  });
}
