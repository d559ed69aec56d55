import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openPostgresStore } from './postgres-store';
import { openSqliteStore } from './sqlite-store';
import type { Store, StoreWatch } from './store';

/** Opens PostgreSQL when `databaseUrl` is given, else the embedded database in the data folder. */
export async function openStore(config: { dataFolder: string; databaseUrl: string | null }, watch: StoreWatch = {}): Promise<Store> {
  if (config.databaseUrl) return openPostgresStore(config.databaseUrl, watch);
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 });
  return openSqliteStore(join(config.dataFolder, 'nianbao.db'));
}
