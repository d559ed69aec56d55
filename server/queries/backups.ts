import { listUnits, type Reader } from '@/db/store';
import type { BackupStanding } from '@/server/backup/standing';
import { can } from '@/server/domain/permissions';
import { type Actor, notFound } from '@/server/views/access';

export type { BackupStanding } from '@/server/backup/standing';

/** @throws Refused not_found for whoever does not administer the whole office */
export async function loadBackups(reader: Reader, actor: Actor, standing: () => Promise<BackupStanding>): Promise<BackupStanding> {
  const root = (await listUnits(reader)).find((unit) => unit.parentId === null);
  if (!root || can(actor.posts, 'backup.read', { unitPath: root.path, status: null }) !== 'allowed') throw notFound();
  return standing();
}
