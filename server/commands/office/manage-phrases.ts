import { insertPhrase, listPhrases, listUnits, type Phrase, updatePhrase } from '@/db/store';
import { mostPhraseCharacters } from '@/server/domain/workflow';
import { Refused } from '@/server/errors';
import { notFound, requirePermission } from '@/server/views/access';
import { type CommandContext, type CommandTx, runCommand } from '../command';
import { requireText } from '../require-words';

/** The list is one for the whole tree: the act is asked for at its root. @returns the phrases in use, in order */
async function requirePhrases(tx: CommandTx, { actor }: CommandContext): Promise<Phrase[]> {
  await tx.lock('phrases');
  const root = (await listUnits(tx)).find((unit) => unit.parentId === null);
  if (!root) throw notFound();
  tx.about({ type: 'unit', id: root.id, unitId: root.id, period: null });
  requirePermission(actor, 'phrase.manage', { unitPath: root.path, status: null });
  return listPhrases(tx);
}

/** Adds a phrase at the end of the list. @throws Refused not_found, forbidden, invalid (nothing, too long, already in the list) */
export async function addPhrase(context: CommandContext, input: { text: string }): Promise<{ id: string }> {
  return runCommand(context, 'phrase.manage', async (tx) => {
    const phrases = await requirePhrases(tx, context);
    const text = requireNewWords(phrases, input.text);
    const id = context.newId();
    const sort = Math.max(0, ...phrases.map((phrase) => phrase.sort)) + 1;
    await insertPhrase(tx, { id, text, sort, writtenBy: context.actor.userId, writtenAt: context.now() });
    tx.record('phrase.added', { id, text });
    return { id };
  });
}

/** @throws Refused not_found, forbidden, invalid (nothing, too long, already in the list) */
export async function changePhrase(context: CommandContext, input: { phraseId: string; text: string }): Promise<void> {
  await runCommand(context, 'phrase.manage', async (tx) => {
    const phrases = await requirePhrases(tx, context);
    const phrase = getPhrase(phrases, input.phraseId);
    const others = phrases.filter((other) => other !== phrase);
    const text = requireNewWords(others, input.text);
    if (text === phrase.text) return;
    await updatePhrase(tx, phrase.id, { text, writtenBy: context.actor.userId, writtenAt: context.now() });
    tx.record('phrase.changed', { id: phrase.id, before: phrase.text, after: text });
  });
}

/** Changes places with the neighbour; at the end of the list nothing happens. @throws Refused not_found, forbidden */
export async function movePhrase(context: CommandContext, input: { phraseId: string; to: 'up' | 'down' }): Promise<void> {
  await runCommand(context, 'phrase.manage', async (tx) => {
    const phrases = await requirePhrases(tx, context);
    const phrase = getPhrase(phrases, input.phraseId);
    const from = phrases.indexOf(phrase);
    const to = input.to === 'up' ? from - 1 : from + 1;
    if (to < 0 || to >= phrases.length) return;
    const ordered = phrases.toSpliced(from, 1).toSpliced(to, 0, phrase);
    for (const [index, one] of ordered.entries()) if (one.sort !== index + 1) await updatePhrase(tx, one.id, { sort: index + 1 });
    tx.record('phrase.moved', { id: phrase.id, text: phrase.text, place: to + 1 });
  });
}

/** Takes a phrase out of the list. Remarks that were written with it keep their words. @throws Refused not_found, forbidden */
export async function retirePhrase(context: CommandContext, input: { phraseId: string }): Promise<void> {
  await runCommand(context, 'phrase.manage', async (tx) => {
    const phrase = getPhrase(await requirePhrases(tx, context), input.phraseId);
    await updatePhrase(tx, phrase.id, { retiredAt: context.now() });
    tx.record('phrase.retired', { id: phrase.id, text: phrase.text });
  });
}

function requireNewWords(others: readonly Phrase[], text: string): string {
  const words = requireText(text, mostPhraseCharacters);
  if (others.some((phrase) => phrase.text === words))
    throw new Refused('invalid', { zh: '常用语里已经有这一条。', en: 'The list has this phrase already.' });
  return words;
}

function getPhrase(phrases: readonly Phrase[], id: string): Phrase {
  const phrase = phrases.find((one) => one.id === id);
  if (!phrase) throw notFound();
  return phrase;
}
