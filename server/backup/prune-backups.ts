import { join } from 'node:path';
import { listBackups } from './backup-names';
import { removeBackup } from './make-backup';
import { readManifest } from './manifest';
import { notKept } from './retention';

/** Takes the backups away that are no longer wanted. Only of a folder that the program fills itself. @returns their names */
export function pruneBackups(folder: string): string[] {
  const backups = listBackups(folder).map((backup) => ({
    ...backup,
    reason: readManifest(join(folder, backup.name)).manifest?.reason ?? null,
  }));
  const gone = notKept(backups).map(({ name }) => name);
  for (const name of gone) removeBackup(folder, name);
  return gone;
}
