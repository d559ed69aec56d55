import type { Store } from '@/db/store';
import { standingOf } from '@/db/store/migrations-known';
import { NotStarted } from '@/server/boot/not-started';
import type { Env } from '@/server/env';
import { databaseAt } from './database-store';
import { makeBackup } from './make-backup';
import { backupFolder } from './place-of';

/**
 * Brings a database up to date, with a backup before: a migration has no other way back. A new database has nothing to lose, and where the
 * office makes its backups in another way (none every 0 minutes) it makes this one too.
 *
 * @throws NotStarted when the backup cannot be made; nothing was migrated then
 */
export async function migrateWithBackup(store: Store, env: Env): Promise<void> {
  if (env.backupMinutes > 0 && standingOf(store.engine, await databaseAt(env).lastMigration(env)) === 'older')
    try {
      const { folder } = await makeBackup({ place: env, to: backupFolder(env), reason: 'before_migration' });
      process.stderr.write(`升级数据结构前的备份 / backup before the migration: ${folder}\n`);
    } catch (error) {
      throw new NotStarted({
        zh: `升级数据结构前的备份没有做成，没有升级；如另有备份，可设 NIANBAO_BACKUP_MINUTES=0：${(error as Error).message}`,
        en: `the backup before the migration could not be made, so nothing was migrated; with backups of your own, set NIANBAO_BACKUP_MINUTES=0: ${(error as Error).message}`,
      });
    }
  await store.migrate();
}
