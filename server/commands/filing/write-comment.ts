import { insertComment } from '@/db/store';
import { maxSaidCharacters } from '@/server/domain/workflow';
import { type CommandContext, runCommand } from '../command';
import { requireText } from '../require-words';
import { requireFiling } from './filing-access';
import { requireAnchor } from './require-anchor';

/**
 * Says something about a cell or the text, to whoever works on the filing. It obliges nobody, stops nothing, is no part of what is
 * submitted, and may be said in every status. A resolved thread is open again with it.
 *
 * @throws Refused not_found, forbidden, invalid (nothing said, too long, no such cell)
 */
export async function writeComment(
  context: CommandContext,
  input: { filingId: string; anchor: string; text: string },
): Promise<{ id: string }> {
  return runCommand(context, 'filing.comment', async (tx) => {
    const filing = await requireFiling(tx, context, input.filingId, 'filing.comment');
    await requireAnchor(tx, filing, input.anchor);
    const text = requireText(input.text, maxSaidCharacters);
    const { anchor } = input;
    const id = context.newId();
    await insertComment(tx, { id, filingId: filing.id, anchor, text, writtenBy: context.actor.userId, writtenAt: context.now() });
    tx.record('comment.written', { id, anchor, text });
    return { id };
  });
}
