import { deleteFollowUp, insertFollowUp, listFollowUps } from '@/db/store';
import { type CommandContext, runCommand } from '../command';
import { requireFiling } from './filing-access';
import { requireAnchor } from './require-anchor';

/**
 * Marks a cell or the text 待跟进, for the whole unit, or takes the mark off. Doing it again changes nothing and records nothing.
 *
 * @throws Refused not_found, forbidden, invalid (no such cell)
 */
export async function markFollowUp(
  context: CommandContext,
  { filingId, anchor, isMarked }: { filingId: string; anchor: string; isMarked: boolean },
): Promise<void> {
  await runCommand(context, 'filing.comment', async (tx) => {
    const filing = await requireFiling(tx, context, filingId, 'filing.comment');
    await requireAnchor(tx, filing, anchor);
    const wasMarked = (await listFollowUps(tx, filing.id)).some((one) => one.anchor === anchor);
    if (wasMarked === isMarked) return;
    if (isMarked) await insertFollowUp(tx, filing.id, { anchor, markedBy: context.actor.userId, markedAt: context.now() });
    else await deleteFollowUp(tx, filing.id, anchor);
    tx.record(isMarked ? 'follow_up.marked' : 'follow_up.cleared', { anchor });
  });
}
