import { listUnits, type Reader, readSetting } from '@/db/store';
import { noWording, writeWords } from '@/server/domain/checks/office-wording';
import { can } from '@/server/domain/permissions';
import { type Actor, notFound } from '@/server/views/access';

/** @throws Refused not_found for whoever does not run the year */
export async function loadWording(reader: Reader, actor: Actor): Promise<{ repetitionShare: number | null; words: string }> {
  const root = (await listUnits(reader)).find((unit) => unit.parentId === null);
  if (!root || can(actor.posts, 'year.manage', { unitPath: root.path, status: null }) !== 'allowed') throw notFound();
  const { repetitionShare, words } = (await readSetting(reader, 'wording')) ?? noWording;
  return { repetitionShare, words: writeWords(words) };
}
