import { giveRemarkDrafts, listRemarkDrafts } from '@/db/store';
import { Refused } from '@/server/errors';
import { type CommandContext, runCommand } from '../command';
import { requireUnderReview } from './filing-access';

/**
 * Takes over a review that a colleague has begun: what the colleague has pinned and not sent is the actor's from now on, to be sent or
 * taken off. The colleague no longer has it, so this is an event.
 *
 * @throws Refused not_found, forbidden, wrong_status, invalid (the colleague has none on this filing)
 */
export async function takeOverRemarks(context: CommandContext, { filingId, from }: { filingId: string; from: string }): Promise<void> {
  await runCommand(context, 'filing.draft_remark', async (tx) => {
    const filing = await requireUnderReview(tx, context, filingId, 'filing.draft_remark');
    const theirs = (await listRemarkDrafts(tx, filing.id)).filter((draft) => draft.writtenBy === from);
    if (from === context.actor.userId || theirs.length === 0)
      throw new Refused('invalid', {
        zh: '这位审核员在这件报送上没有未发出的批注，可能刚刚删除或退回。请刷新页面。',
        en: 'This reviewer has no unsent remarks on this submission; they may just have been removed or sent. Reload the page.',
      });
    await giveRemarkDrafts(tx, { filingId: filing.id, from, to: context.actor.userId });
    tx.record('remark_drafts.taken_over', { number: filing.submissionNumber, from, count: theirs.length });
  });
}
