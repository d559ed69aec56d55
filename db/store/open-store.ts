import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { holdFolder } from './in-use';
import { makeFolderForGood } from './make-folder';
import { openPostgresStore } from './postgres-store';
import { openSqliteStore } from './sqlite-store';
import type { Store, StoreWatch } from './store';

/** The file of the embedded database. Beside it, `-wal` and `-shm` belong to it. */
export function databaseFile(dataFolder: string): string {
  return join(dataFolder, 'nianbao.db');
}

/** Stands in the data folder while a restore takes what was out and puts what is to be in. */
export function restoreUnderWay(dataFolder: string): string {
  return join(dataFolder, 'restore-under-way.json');
}

/** Where a store is. */
export interface StoreConfig {
  dataFolder: string;
  databaseUrl: string | null;
  /** The same database without a pooler between; without one, `databaseUrl`. */
  directUrl?: string | null;
}

/**
 * Opens PostgreSQL when `databaseUrl` is given, else the embedded database in the data folder, which is in use until it is closed.
 * @throws Error where a restore was broken off: what stands there is neither what was nor what is to be
 */
export async function openStore(config: StoreConfig, watch: StoreWatch = {}): Promise<Store> {
  if (existsSync(restoreUnderWay(config.dataFolder)))
    throw new Error(
      `${config.dataFolder}: 上次恢复备份中途中断，数据不完整，请再次运行 nianbao db restore；原有数据在 before-restore-… / a restore was broken off here: run nianbao db restore again; what stood before is in before-restore-…`,
    );
  if (config.databaseUrl) return openPostgresStore(config.databaseUrl, watch, config.directUrl ?? config.databaseUrl);
  makeFolderForGood(config.dataFolder);
  const release = holdFolder(config.dataFolder, 'shared');
  try {
    const store = await openSqliteStore(databaseFile(config.dataFolder), watch);
    return { ...store, close: () => store.close().finally(release) };
  } catch (error) {
    release();
    throw error;
  }
}
