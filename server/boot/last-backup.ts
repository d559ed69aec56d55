import { listBackups } from '@/server/backup/backup-names';
import { backupFolder } from '@/server/backup/place-of';
import type { Env } from '@/server/env';

/** What is known of the newest backup of this office. `unknown`: it makes them in another way, or the first is not due yet. */
export type LastBackup = 'unknown' | { at: Date } | null;

export type AskLastBackup = () => Promise<LastBackup>;

/** The newest that has its name. None long after the start is one that should be there: the first is due as soon as one is between two. */
export function lastBackupOf(env: Pick<Env, 'backupFolder' | 'dataFolder' | 'backupMinutes'>, now = Date.now): AskLastBackup {
  const startedAt = now();
  return async () => {
    // One from the future was made by a clock that has been set right since.
    const newest = listBackups(backupFolder(env)).findLast(({ madeAt }) => madeAt.getTime() <= now());
    if (newest) return { at: newest.madeAt };
    return env.backupMinutes === 0 || now() - startedAt < 2 * env.backupMinutes * 60_000 ? 'unknown' : null;
  };
}
