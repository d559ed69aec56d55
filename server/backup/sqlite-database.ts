import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { copySqlite, inspectSqlite, lastSqliteMigration } from '@/db/backup/sqlite-copy';
import { databaseFile } from '@/db/store/open-store';
import { openSqliteStore } from '@/db/store/sqlite-store';
import { recordRestore } from '@/server/commands/office/record-restore';
import type { DatabaseEngine } from './database-engine';
import { databaseIn, differences, saidOf } from './database-in-manifest';
import { flushToDisk, renameForGood } from './files';

const fileName = 'nianbao.db';
/** What belongs to a database file: its logs, and where its event log ended. Never left beside another one: SQLite would take the log of the one for the log of the other. */
const besides = ['-wal', '-shm', '-journal', '-head'];

export const sqliteDatabase: DatabaseEngine = {
  lastMigration: async ({ dataFolder }) => lastSqliteMigration(databaseFile(dataFolder)),
  look: ({ dataFolder }) => inspectSqlite(databaseFile(dataFolder), null),
  emptyPlace: async (_, dataFolder) => ({ place: { dataFolder, databaseUrl: null }, remove: async () => {} }),

  async save({ dataFolder }, folder) {
    const file = join(folder, fileName);
    const link = await copySqlite(databaseFile(dataFolder), file);
    const { facts, faults } = await inspectSqlite(file, link);
    if (!facts || faults.length > 0) throw new Error(`数据库副本核验不通过 / the copy of the database does not hold: ${faults.join('; ')}`);
    return saidOf('sqlite', facts);
  },

  async inspect(folder, said) {
    const { facts, faults } = await inspectSqlite(join(folder, fileName), null);
    return facts ? [...faults, ...differences(databaseIn(said), facts)] : faults;
  },

  async stage({ dataFolder }, folder, { manifest, stamp, contextOf }) {
    const workplace = join(dataFolder, `.restoring-${stamp}`);
    const file = join(workplace, fileName);
    const drop = async () => rmSync(workplace, { recursive: true, force: true });
    mkdirSync(workplace, { recursive: true, mode: 0o700 });
    try {
      copyFileSync(join(folder, fileName), file);
      const store = await openSqliteStore(file);
      try {
        await store.migrate();
        const { head } = databaseIn(manifest.stores.database);
        await recordRestore(await contextOf(store), { madeAt: manifest.madeAt, manifest: manifest.hash, head });
      } finally {
        await store.close();
      }
      const { faults } = await inspectSqlite(file, databaseIn(manifest.stores.database).head);
      if (faults.length > 0) throw new Error(`恢复出的数据库核验不通过 / the restored database does not hold: ${faults.join('; ')}`);
      flushToDisk(file);
    } catch (error) {
      await drop();
      throw error;
    }
    return { drop, swap: async () => swap(databaseFile(dataFolder), file, join(dataFolder, `before-restore-${stamp}`)).finally(drop) };
  },
};

/** What stands is put aside as it is, log and all, so that even a damaged database can be looked at later. */
async function swap(standing: string, restored: string, aside: string): Promise<string | null> {
  const former = ['', ...besides].filter((suffix) => existsSync(`${standing}${suffix}`));
  if (former.length > 0) mkdirSync(aside, { mode: 0o700 });
  for (const suffix of former) renameForGood(`${standing}${suffix}`, join(aside, `${fileName}${suffix}`));
  // The restored one has no log to bring: it was closed.
  for (const suffix of ['-head', ''].filter((one) => existsSync(`${restored}${one}`)))
    renameForGood(`${restored}${suffix}`, `${standing}${suffix}`);
  return former.length > 0 ? aside : null;
}
