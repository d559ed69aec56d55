import { insertPhrase } from '@/db/store';
import { type CommandContext, runCommand } from '../command';
import { requireNewWords, requirePhrases } from './phrase-list';

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
