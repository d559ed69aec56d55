import { listPhrases, listUnits, type Reader } from '@/db/store';
import { can } from '@/server/domain/permissions';
import { type Actor, notFound } from '@/server/views/access';
import { personNames } from '@/server/views/person-names';

export interface PhraseLine {
  id: string;
  text: string;
  writtenBy: string;
  writtenAt: string;
}

/** 常用语 in the office's order, for whoever may keep the list; they are the people who return filings. @throws Refused not_found */
export async function listPhraseLines(reader: Reader, actor: Actor): Promise<PhraseLine[]> {
  const root = (await listUnits(reader)).find((unit) => unit.parentId === null);
  if (!root || can(actor.posts, 'phrase.manage', { unitPath: root.path, status: null }) !== 'allowed') throw notFound();
  const nameOf = await personNames(reader);
  return (await listPhrases(reader)).map(({ id, text, writtenBy, writtenAt }) => ({
    id,
    text,
    writtenBy: nameOf(writtenBy),
    writtenAt: writtenAt.toISOString(),
  }));
}
