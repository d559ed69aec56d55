import { setFilingStatus } from '@/db/store';
import { nextStatus } from '@/server/domain/workflow';
import { type CommandContext, runCommand } from '../command';
import { requireUnderReview } from './filing-access';

/**
 * A reviewer opens a submission: from now on it can no longer be recalled.
 *
 * @throws Refused not_found, forbidden, wrong_status
 */
export async function openReview(context: CommandContext, input: { filingId: string }): Promise<void> {
  await runCommand(context, 'filing.open_review', async (tx) => {
    const filing = await requireUnderReview(tx, context, input.filingId, 'filing.open_review');
    await setFilingStatus(tx, filing.id, { status: nextStatus(filing.status, 'open_review') ?? filing.status, at: context.now() });
    tx.record('filing.review_opened', { number: filing.submissionNumber });
  });
}
