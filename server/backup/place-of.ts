import { join } from 'node:path';
import type { Env } from '@/server/env';

/** Where the backups are kept: the folder that is configured, else one in the data folder. */
export function backupFolder({ backupFolder: configured, dataFolder }: Pick<Env, 'backupFolder' | 'dataFolder'>): string {
  return configured ?? join(dataFolder, 'backups');
}
