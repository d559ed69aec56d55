import { decideSubmission, setFilingStatus } from '@/db/store';
import { nextStatus } from '@/server/domain/workflow';
import { Refused } from '@/server/errors';
import { unlockedApproval } from '@/server/views/decisions';
import { type CommandContext, runCommand } from '../command';
import { requireFiling } from './filing-access';
import { takeIntoLedger } from './ledger';

/**
 * Takes an unlock back while nothing has changed since: the approval stands again as it was, with its person and time.
 *
 * @throws Refused not_found, forbidden, wrong_status, conflict (it was not unlocked, or something has changed since)
 */
export async function undoUnlock(context: CommandContext, input: { filingId: string }): Promise<void> {
  await runCommand(context, 'filing.undo_unlock', async (tx) => {
    const filing = await requireFiling(tx, context, input.filingId, 'filing.undo_unlock');
    const unlocked = await unlockedApproval(tx, filing);
    if (!unlocked)
      throw new Refused('conflict', {
        zh: '这份报送是审核退回的，不是解锁的，没有可以撤销的解锁。',
        en: 'This filing was returned by a review, not unlocked; there is no unlock to undo.',
      });
    if (unlocked.state === 'changed')
      throw new Refused('conflict', {
        zh: '解锁之后数据或文字已有改动，不能再撤销解锁。请等单位重新报送后再审核。',
        en: 'Figures or text have changed since the unlock, so it cannot be undone. Review the filing when it is submitted again.',
      });
    const { submission, approvedBy, approvedAt } = unlocked;
    await takeIntoLedger(tx, filing, submission);
    await decideSubmission(tx, filing.id, submission.number, {
      outcome: 'approved',
      decidedBy: approvedBy,
      decidedAt: approvedAt,
      returnReason: null,
    });
    await setFilingStatus(tx, filing.id, { status: nextStatus(filing.status, 'undo_unlock') ?? filing.status, at: context.now() });
    tx.record('filing.unlock_undone', { number: submission.number, hash: submission.hash });
  });
}
