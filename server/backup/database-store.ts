import type { BackedUpStore, Place } from './backed-up-store';
import type { DatabaseEngine } from './database-engine';
import { databaseIn, requireKnown } from './database-in-manifest';
import { postgresDatabase } from './postgres-database';
import { sqliteDatabase } from './sqlite-database';

const engines: Record<'sqlite' | 'postgres', DatabaseEngine> = { sqlite: sqliteDatabase, postgres: postgresDatabase };
const names = { sqlite: 'SQLite', postgres: 'PostgreSQL' };
const engineOf = ({ databaseUrl }: Place) => (databaseUrl ? 'postgres' : 'sqlite');

export const databaseAt = (place: Place): DatabaseEngine => engines[engineOf(place)];

/** The database of an office, on the engine that is configured. A backup is of one engine; `db copy` moves an office to the other. */
export const databaseStore: BackedUpStore = {
  name: 'database',
  save: (place, folder) => engines[engineOf(place)].save(place, folder),
  async inspect(folder, facts) {
    return engines[databaseIn(facts).engine].inspect(folder, facts);
  },
  async stage(place, folder, restore) {
    const said = databaseIn(restore.manifest.stores.database);
    const configured = engineOf(place);
    if (said.engine !== configured)
      throw new Error(
        `备份是 ${names[said.engine]} 的，当前配置的是 ${names[configured]}；请按备份的数据库恢复，再用 db copy 转换 / the backup is of ${names[said.engine]} and ${names[configured]} is configured: restore it there, then move it with db copy`,
      );
    requireKnown(said);
    return engines[configured].stage(place, folder, restore);
  },
};
