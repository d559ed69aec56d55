import { listPhrases, listUnits, type Phrase } from '@/db/store';
import { nameKey } from '@/server/domain/units';
import { maxPhraseCharacters } from '@/server/domain/workflow';
import { Refused } from '@/server/errors';
import { notFound, requirePermission } from '@/server/views/access';
import type { CommandContext, CommandTx } from '../command';
import { requireText } from '../require-words';

/** The list is one for the whole tree: the act is asked for at its root. @returns the phrases in use, in order */
export async function requirePhrases(tx: CommandTx, { actor }: CommandContext): Promise<Phrase[]> {
  await tx.lock('phrases');
  const root = (await listUnits(tx)).find((unit) => unit.parentId === null);
  if (!root) throw notFound();
  tx.about({ type: 'unit', id: root.id, unitId: root.id, period: null });
  requirePermission(actor, 'phrase.manage', { unitPath: root.path, status: null });
  return listPhrases(tx);
}

/** @throws Refused not_found */
export function getPhrase(phrases: readonly Phrase[], id: string): Phrase {
  const phrase = phrases.find((one) => one.id === id);
  if (!phrase) throw notFound();
  return phrase;
}

/** The words of a phrase without the blanks around them. @throws Refused invalid (nothing, too long, already among the others) */
export function requireNewWords(others: readonly Phrase[], text: string): string {
  const words = requireText(text, maxPhraseCharacters);
  if (others.some((phrase) => nameKey(phrase.text) === nameKey(words)))
    throw new Refused('invalid', { zh: '常用语里已经有这一条。', en: 'The list has this phrase already.' });
  return words;
}
