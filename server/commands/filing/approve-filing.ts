import {
  decideSubmission,
  type Filing,
  findFiling,
  findSubmission,
  replaceCheckedFigures,
  type Submission,
  setFilingStatus,
  type Tx,
} from '@/db/store';
import { mayApprove, nextStatus } from '@/server/domain/workflow';
import { Refused } from '@/server/errors';
import { approvalHistory, getNewestSubmission } from '@/server/views/decisions';
import { readSubmission } from '@/server/views/submission-content';
import { type CommandContext, type CommandTx, runCommand } from '../command';
import { filingLock, requireUnderReview } from './filing-access';
import { requireSeenSubmission } from './seen-content';

/** The submission that somebody looked at. */
export interface SeenSubmission {
  filingId: string;
  submissionNumber: number;
  seenHash: string;
}

/**
 * Approves a submission, bound to the content that was looked at. Nobody approves what they wrote into or submitted (R4).
 * A repeated request of the same person for the same content is answered without doing it again.
 *
 * @throws Refused not_found, forbidden, wrong_status, own_work, conflict (another content or a newer submission)
 */
export async function approveFiling(context: CommandContext, input: SeenSubmission): Promise<void> {
  await runCommand(context, 'filing.approve', async (tx) => {
    if (await hasApproved(tx, context, input)) return;
    const filing = await requireUnderReview(tx, context.actor, input.filingId, 'filing.approve');
    await approveSeen(tx, context, filing, input);
  });
}

/** Whether this very approval stands already: the answer of the first request was lost on its way. Locks the filing. */
export async function hasApproved(tx: CommandTx, context: CommandContext, input: SeenSubmission): Promise<boolean> {
  await tx.lock(filingLock(input.filingId));
  const filing = await findFiling(tx, input.filingId);
  if (filing?.status !== 'approved' && filing?.status !== 'locked') return false;
  const submission = await findSubmission(tx, input.filingId, input.submissionNumber);
  return (
    submission?.number === filing.submissionNumber &&
    submission.outcome === 'approved' &&
    submission.decidedBy === context.actor.userId &&
    submission.hash === input.seenHash
  );
}

/** Approves a filing that is locked for this transaction and permitted to the actor. @throws Refused own_work, conflict */
export async function approveSeen(tx: CommandTx, context: CommandContext, filing: Filing, input: SeenSubmission): Promise<void> {
  await requireSeenSubmission(tx, filing, { number: input.submissionNumber, hash: input.seenHash });
  const submission = await getNewestSubmission(tx, filing.id, filing.submissionNumber);
  const verdict = mayApprove(context.actor.userId, await approvalHistory(tx, filing.id, submission.submittedBy));
  if (verdict !== 'allowed') throw ownWork(verdict);
  const at = context.now();
  await setFilingStatus(tx, filing.id, { status: nextStatus(filing.status, 'approve') ?? filing.status, at });
  await decideSubmission(tx, filing.id, filing.submissionNumber, { outcome: 'approved', decidedBy: context.actor.userId, decidedAt: at });
  await takeIntoLedger(tx, filing, submission);
  tx.record('filing.approved', { number: filing.submissionNumber, hash: submission.hash });
}

/** Puts the frozen figures of an approved submission into the ledger that is rolled up; those of practice never enter it. */
export async function takeIntoLedger(tx: Tx, filing: Filing, submission: Submission): Promise<void> {
  if (filing.isPractice) return;
  const { figures } = readSubmission(submission.content);
  const { id: filingId, unitId, year, quarter } = filing;
  await replaceCheckedFigures(
    tx,
    { filingId, unitId, year, quarter, submissionNumber: submission.number },
    new Map(Object.entries(figures)),
  );
}

export function ownWork(verdict: 'wrote_into_it' | 'submitted_it'): Refused {
  return verdict === 'submitted_it'
    ? new Refused('own_work', {
        zh: '这是您本人报送的，须由他人审核。',
        en: 'You submitted this yourself; another person has to approve it.',
      })
    : new Refused('own_work', {
        zh: '您填写过这份报送的数据或文字，须由他人审核。',
        en: 'You wrote into this filing; another person has to approve it.',
      });
}
