import { decideSubmission, openRemarkIds, setFilingStatus } from '@/db/store';
import { nextStatus } from '@/server/domain/workflow';
import { type CommandContext, runCommand } from '../command';
import { requireFiling } from './filing-access';

/**
 * Takes a submission back while no reviewer has opened it (R5).
 *
 * @throws Refused not_found, forbidden, wrong_status (a reviewer has opened it: ask for it to be returned)
 */
export async function recallFiling(context: CommandContext, input: { filingId: string }): Promise<void> {
  await runCommand(context, 'filing.recall', async (tx) => {
    const filing = await requireFiling(tx, context, input.filingId, 'filing.recall');
    const hasOpenRemarks = (await openRemarkIds(tx, filing.id)).length > 0;
    const status = nextStatus(filing.status, 'recall', hasOpenRemarks) ?? filing.status;
    const at = context.now();
    await setFilingStatus(tx, filing.id, { status, at });
    await decideSubmission(tx, filing.id, filing.submissionNumber, { outcome: 'recalled', decidedBy: context.actor.userId, decidedAt: at });
    tx.record('filing.recalled', { number: filing.submissionNumber });
  });
}
