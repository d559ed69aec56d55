import { Worker } from 'node:worker_threads';
import { isDamage } from './is-damage';
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

type Checked = { says: string } | { failed: { code?: string; message: string } };

/**
 * Looks at every page of the embedded database while it serves.
 *
 * @returns what is wrong, or null
 * @throws Error when it could not be looked at: nothing is known of the pages then
 */
export function checkPages(dataFolder: string): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./check-pages.mjs', import.meta.url), { workerData: databaseFile(dataFolder) });
    worker.unref();
    worker.once('message', (checked: Checked) => {
      if ('says' in checked) return resolve(checked.says === 'ok' ? null : checked.says);
      const { code, message } = checked.failed;
      if (isDamage(checked.failed)) return resolve(message);
      reject(Object.assign(new Error(message), { code }));
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread ended without an answer')));
  });
}
