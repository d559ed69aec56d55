import { decideSubmission, removeCheckedFigures, setFilingStatus } from '@/db/store';
import { nextStatus } from '@/server/domain/workflow';
import { type CommandContext, runCommand } from '../command';
import { requireReason } from '../require-words';
import { requireFiling } from './filing-access';
import { giveTimeBack } from './own-day';
import { requireSeenSubmission } from './seen-content';

/**
 * Gives an approved filing back to its clerk with a reason (R5). Its figures leave the ledger until it is approved again.
 *
 * @throws Refused not_found, forbidden, wrong_status, conflict (a newer submission than was looked at, with what differs), invalid (no real reason)
 */
export async function unlockFiling(
  context: CommandContext,
  input: { filingId: string; submissionNumber: number; reason: string },
): Promise<void> {
  await runCommand(context, 'filing.unlock', async (tx) => {
    const filing = await requireFiling(tx, context, input.filingId, 'filing.unlock');
    await requireSeenSubmission(tx, filing, { number: input.submissionNumber });
    requireReason(input.reason);
    const at = context.now();
    await removeCheckedFigures(tx, filing.id);
    await decideSubmission(tx, filing.id, filing.submissionNumber, {
      outcome: 'returned',
      decidedBy: context.actor.userId,
      decidedAt: at,
      returnReason: input.reason,
    });
    await setFilingStatus(tx, filing.id, { status: nextStatus(filing.status, 'unlock') ?? filing.status, at });
    tx.record('filing.unlocked', { number: filing.submissionNumber, reason: input.reason }, { reason: input.reason });
    await giveTimeBack(tx, context, { filing, until: undefined, cause: 'unlocked' });
  });
}
