import { updatePhrase } from '@/db/store';
import { type CommandContext, runCommand } from '../command';
import { getPhrase, requirePhrases } from './phrase-list';

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
