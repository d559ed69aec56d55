import { decideSubmission, type Filing, findFiling, findSubmission, setFilingStatus } from '@/db/store';
import { mayApprove, nextStatus } from '@/server/domain/workflow';
import { Refused } from '@/server/errors';
import { approvalHistory, getNewestSubmission } from '@/server/views/decisions';
import type { CommandContext, CommandTx } from '../command';
import { filingLock } from './filing-access';
import { takeIntoLedger } from './ledger';
import { requireSeenSubmission } from './seen-content';

/** The submission that somebody looked at. */
export interface SeenSubmission {
  filingId: string;
  submissionNumber: number;
  seenHash: string;
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

function ownWork(verdict: 'wrote_into_it' | 'submitted_it'): Refused {
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
