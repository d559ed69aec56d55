import { updatePhrase } from '@/db/store';
import { Refused } from '@/server/errors';
import { personNames } from '@/server/views/person-names';
import { type CommandContext, runCommand } from '../command';
import { getPhrase, requireNewWords, requirePhrases } from './phrase-list';

/**
 * @param input.seen the words as the form showed them
 * @throws Refused not_found, forbidden, invalid (nothing, too long, already in the list), conflict (somebody else changed it since)
 */
export async function changePhrase(
  context: CommandContext,
  input: { phraseId: string; text: string; seen?: string | undefined },
): Promise<void> {
  await runCommand(context, 'phrase.manage', async (tx) => {
    const phrases = await requirePhrases(tx, context);
    const phrase = getPhrase(phrases, input.phraseId);
    const others = phrases.filter((other) => other !== phrase);
    const text = requireNewWords(others, input.text);
    if (text === phrase.text) return;
    if (input.seen !== undefined && input.seen !== phrase.text) {
      const by = (await personNames(tx))(phrase.writtenBy);
      throw new Refused(
        'conflict',
        {
          zh: `您打开之后，${by} 已把这一条改为“${phrase.text}”，您要改为“${text}”，没有保存。请刷新后再改。`,
          en: `Since you opened it, ${by} changed this phrase to "${phrase.text}"; you want "${text}". Nothing was saved; reload and change it again.`,
        },
        { stored: phrase.text, wanted: text, by },
      );
    }
    await updatePhrase(tx, phrase.id, { text, writtenBy: context.actor.userId, writtenAt: context.now() });
    tx.record('phrase.changed', { id: phrase.id, before: phrase.text, after: text });
  });
}
