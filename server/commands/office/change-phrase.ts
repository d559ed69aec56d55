import { updatePhrase } from '@/db/store';
import { type CommandContext, runCommand } from '../command';
import { getPhrase, requireNewWords, requirePhrases } from './phrase-list';

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
