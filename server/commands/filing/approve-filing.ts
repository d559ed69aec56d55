import { type CommandContext, runCommand } from '../command';
import { approveSeen, hasApproved, type SeenSubmission } from './approval';
import { requireUnderReview } from './filing-access';

/**
 * Approves a submission, bound to the content that was looked at. Nobody approves what they wrote into or submitted (R4).
 * A repeated request of the same person for the same content is answered without doing it again.
 *
 * @throws Refused not_found, forbidden, wrong_status, own_work, conflict (another content or a newer submission)
 */
export async function approveFiling(context: CommandContext, input: SeenSubmission): Promise<void> {
  await runCommand(context, 'filing.approve', async (tx) => {
    if (await hasApproved(tx, context, input)) return;
    const filing = await requireUnderReview(tx, context, input.filingId, 'filing.approve');
    await approveSeen(tx, context, filing, input);
  });
}
