import { statSync } from 'node:fs';
import { join } from 'node:path';
import {
  connectionsTo,
  databaseNamed,
  dropDatabase,
  dumpPostgres,
  inspectDump,
  inspectPostgres,
  keptByPooler,
  lastPostgresMigration,
  nameIn,
  restorePostgres,
  swapDatabases,
} from '@/db/backup/postgres-copy';
import { openPostgresStore } from '@/db/store/postgres-store';
import { recordRestore } from '@/server/commands/office/record-restore';
import type { Place } from './backed-up-store';
import type { DatabaseEngine } from './database-engine';
import { databaseIn, differences, saidOf } from './database-in-manifest';

const fileName = 'nianbao.dump';
/** Longer ones are cut by PostgreSQL without a word. */
const longestName = 63;

/** PostgreSQL through its own programs. What is put together or put aside are databases of the same server, with the moment in their names. */
export const postgresDatabase: DatabaseEngine = {
  lastMigration: (place) => lastPostgresMigration(urlOf(place)),
  look: (place) => inspectPostgres(urlOf(place), null),
  async emptyPlace(place, dataFolder) {
    // Not there yet: the restore makes it.
    const url = besides(urlOf(place), 'drill', String(process.pid));
    return { place: { dataFolder, databaseUrl: url }, remove: () => dropDatabase(url) };
  },

  async save(place, folder) {
    const file = join(folder, fileName);
    const link = await dumpPostgres(urlOf(place), file);
    const { facts, faults } = await inspectDump(file, link);
    if (!facts || faults.length > 0) throw new Error(`数据库副本核验不通过 / the copy of the database does not hold: ${faults.join('; ')}`);
    return saidOf('postgres', facts);
  },

  async inspect(folder, said) {
    const file = join(folder, fileName);
    if (!statSync(file, { throwIfNoEntry: false })) return [`${fileName}: 缺失 / is missing`];
    const { facts, faults } = await inspectDump(file, databaseIn(said).head);
    return facts ? [...faults, ...differences(databaseIn(said), facts)] : faults;
  },

  async stage(place, folder, { manifest, stamp, contextOf }) {
    const standing = urlOf(place);
    const restored = besides(standing, 'restoring', stamp);
    const aside = besides(standing, 'before', stamp);
    const { head } = databaseIn(manifest.stores.database);
    await requireUnused(standing);
    const drop = () => dropDatabase(restored);
    try {
      await restorePostgres(join(folder, fileName), restored);
      const store = await openPostgresStore(restored);
      try {
        await store.migrate();
        await recordRestore(await contextOf(store), { madeAt: manifest.madeAt, manifest: manifest.hash, head });
      } finally {
        await store.close();
      }
      const { faults } = await inspectPostgres(restored, head);
      if (faults.length > 0) throw new Error(`恢复出的数据库核验不通过 / the restored database does not hold: ${faults.join('; ')}`);
    } catch (error) {
      await drop();
      throw error;
    }
    const swap = async () => {
      await requireUnused(standing);
      return (await swapDatabases(standing, restored, aside)) ? nameIn(aside) : null;
    };
    return { drop, swap };
  },
};

function urlOf({ databaseUrl, directUrl }: Place): string {
  const url = directUrl ?? databaseUrl;
  if (!url) throw new Error('no address of a PostgreSQL database is configured');
  return url;
}

function besides(url: string, what: string, stamp: string): string {
  const ending = `_${what}_${stamp.toLowerCase().replaceAll(/[^0-9a-z]/g, '')}`;
  return databaseNamed(url, nameIn(url).slice(0, longestName - ending.length) + ending);
}

/** A database is not renamed while somebody is connected to it; said before the work and not after it. */
async function requireUnused(url: string): Promise<void> {
  const others = await connectionsTo(url);
  if (others > 0)
    throw new Error(
      `数据库 ${nameIn(url)} 正在使用（${others} 个连接），请先停止程序；${keptByPooler.zh} / the database ${nameIn(url)} is in use by ${others} connections: stop the program first; ${keptByPooler.en}`,
    );
}
