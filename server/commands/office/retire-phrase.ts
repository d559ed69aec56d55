import { updatePhrase } from '@/db/store';
import { type CommandContext, runCommand } from '../command';
import { getPhrase, requirePhrases } from './phrase-list';

/** Takes a phrase out of the list. Remarks that were written with it keep their words. @throws Refused not_found, forbidden */
export async function retirePhrase(context: CommandContext, input: { phraseId: string }): Promise<void> {
  await runCommand(context, 'phrase.manage', async (tx) => {
    const phrase = getPhrase(await requirePhrases(tx, context), input.phraseId);
    await updatePhrase(tx, phrase.id, { retiredAt: context.now() });
    tx.record('phrase.retired', { id: phrase.id, text: phrase.text });
  });
}
