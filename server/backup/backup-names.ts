import { existsSync, readdirSync } from 'node:fs';

/** A folder of this name is a whole backup: it is given last. `20261130T081500.123Z` */
const backupName = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d\.\d{3})Z$/;

export function nameAt(moment: Date): string {
  return moment.toISOString().replaceAll(/[-:]/g, '');
}

/** When a backup of this name was made; null for what is no name of a backup. */
export function momentOf(name: string): Date | null {
  const parts = backupName.exec(name)?.slice(1);
  return parts ? new Date(`${parts.slice(0, 3).join('-')}T${parts.slice(3).join(':')}Z`) : null;
}

/** The backups of a folder, oldest first. */
export function listBackups(folder: string): { name: string; madeAt: Date }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const madeAt = momentOf(name);
      return madeAt ? [{ name, madeAt }] : [];
    });
}
