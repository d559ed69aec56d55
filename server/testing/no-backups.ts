import type { BackupStanding } from '@/server/backup/standing';

/** What is asked of backups where there are none. */
export const noBackups = async (): Promise<BackupStanding> => ({
  state: 'none',
  everyMinutes: 15,
  kept: 0,
  newest: null,
  last: null,
  drill: { state: 'none', last: null },
});
