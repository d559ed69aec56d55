import { deleteRemarkDraft } from '@/db/store';
import { type CommandContext, runCommand } from '../command';
import { requireUnderReview } from './filing-access';

/**
 * Takes one of the own remarks off that are not sent. One that is gone already, or somebody else's, is left as it is.
 *
 * @throws Refused not_found, forbidden, wrong_status
 */
export async function unpinRemark(context: CommandContext, { filingId, draftId }: { filingId: string; draftId: string }): Promise<void> {
  await runCommand(context, 'filing.draft_remark', async (tx) => {
    const filing = await requireUnderReview(tx, context, filingId, 'filing.draft_remark');
    await deleteRemarkDraft(tx, { filingId: filing.id, id: draftId, writtenBy: context.actor.userId });
  });
}
