import { decideSubmission, type Filing, listEvents, type Reader, type Submission, setFilingStatus } from '@/db/store';
import { filingSteps } from '@/server/domain/audit';
import { nextStatus } from '@/server/domain/workflow';
import { Refused } from '@/server/errors';
import { indicatorsIn } from '@/server/views/filing-format';
import { loadFilingView } from '@/server/views/filing-view';
import { type CommandContext, runCommand } from '../command';
import { takeIntoLedger } from './approve-filing';
import { requireFiling } from './filing-access';
import { getNewestSubmission } from './return-filing';

/** An unlock that stands, with the approval it took away. */
export interface Unlocked {
  /** changed: what is stored is no longer what was approved, so the approval cannot come back. */
  state: 'unchanged' | 'changed';
  submission: Submission;
  approvedBy: string;
  approvedAt: Date;
}

/**
 * Takes an unlock back while nothing has changed since: the approval stands again as it was, with its person and time.
 *
 * @throws Refused not_found, forbidden, wrong_status, conflict (it was not unlocked, or something has changed since)
 */
export async function undoUnlock(context: CommandContext, input: { filingId: string }): Promise<void> {
  await runCommand(context, 'filing.undo_unlock', async (tx) => {
    const filing = await requireFiling(tx, context.actor, input.filingId, 'filing.undo_unlock');
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

/** The approval that an unlock took from the filing, told by the event log; null when it is not unlocked. */
export async function unlockedApproval(reader: Reader, filing: Filing): Promise<Unlocked | null> {
  if (filing.status !== 'returned') return null;
  const events = await listEvents(reader, { objectType: 'filing', objectId: filing.id, kindPrefix: 'filing.', limit: 1_000_000 });
  // A correction slip that an approved quarter followed approved its newest submission.
  const approval = events.findLast((event) => event.kind === 'filing.approved' || event.kind === 'filing.corrected');
  const lastStep = events.findLast((event) => filingSteps.has(event.kind));
  if (lastStep?.kind !== 'filing.unlocked' || !approval?.actorId) return null;
  const submission = await getNewestSubmission(reader, filing.id, filing.submissionNumber);
  // An overlay changes what is found in the content, not the content; and what the office asks for now changes neither.
  const { hash } = await loadFilingView(reader, filing, null, indicatorsIn(submission.content));
  return {
    state: hash === submission.hash ? 'unchanged' : 'changed',
    submission,
    approvedBy: approval.actorId,
    approvedAt: new Date(approval.at),
  };
}
