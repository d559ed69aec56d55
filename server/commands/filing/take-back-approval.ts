import { decideSubmission, findUnit, removeCheckedFigures, setFilingStatus } from '@/db/store';
import { nextStatus } from '@/server/domain/workflow';
import { Refused } from '@/server/errors';
import { type ApprovalHeldBy, approvalHeldBy, getNewestSubmission } from '@/server/views/decisions';
import { personNames } from '@/server/views/person-names';
import { type CommandContext, type CommandTx, runCommand } from '../command';
import { requireReason } from '../require-words';
import { requireFiling } from './filing-access';
import { requireSeenSubmission } from './seen-content';

/**
 * Takes back an approval that its reviewer gave: the submission is under review again, as it was, and its figures leave the ledger. Possible
 * while nothing is built on it: the quarter is not locked, the unit's next one not submitted, no report that holds it signed.
 *
 * @throws Refused not_found, forbidden, wrong_status, conflict (somebody else's approval, a newer submission, or something holds it),
 * invalid (no real reason)
 */
export async function takeBackApproval(
  context: CommandContext,
  input: { filingId: string; submissionNumber: number; reason: string },
): Promise<void> {
  await runCommand(context, 'filing.take_back_approval', async (tx) => {
    const filing = await requireFiling(tx, context, input.filingId, 'filing.take_back_approval');
    await requireSeenSubmission(tx, filing, { number: input.submissionNumber });
    const submission = await getNewestSubmission(tx, filing.id, filing.submissionNumber);
    if (submission.decidedBy !== context.actor.userId) throw notYours((await personNames(tx))(submission.decidedBy));
    const heldBy = await approvalHeldBy(tx, filing, submission);
    if (heldBy) throw await held(tx, heldBy);
    requireReason(input.reason);
    await removeCheckedFigures(tx, filing.id);
    await decideSubmission(tx, filing.id, submission.number, { outcome: 'pending', decidedBy: null, decidedAt: null });
    await setFilingStatus(tx, filing.id, { status: nextStatus(filing.status, 'take_back_approval') ?? filing.status, at: context.now() });
    tx.record(
      'filing.approval_taken_back',
      { number: submission.number, hash: submission.hash, reason: input.reason },
      { reason: input.reason },
    );
  });
}

function notYours(name: string): Refused {
  return new Refused('conflict', {
    zh: `这次通过是${name}作出的，只能由本人撤回；管理员可以解锁。`,
    en: `${name} gave this approval, and only they can take it back. An administrator can unlock it.`,
  });
}

async function held(tx: CommandTx, by: ApprovalHeldBy): Promise<Refused> {
  if (by.kind === 'next_quarter')
    return new Refused(
      'conflict',
      {
        zh: `该单位 ${by.year} 年第 ${by.quarter} 季度已经报送，不能再撤回本季度的通过。确需修改的，请管理员解锁。`,
        en: `The unit has submitted quarter ${by.quarter} of ${by.year}, so this approval cannot be taken back. An administrator can unlock it.`,
      },
      by,
    );
  const organ = (await findUnit(tx, by.unitId))?.name ?? by.unitId;
  return new Refused(
    'conflict',
    {
      zh: `${organ} ${by.year} 年年报已在这次通过之后签字或定稿，不能再撤回。确需修改的，请管理员解锁。`,
      en: `The ${by.year} report of ${organ} was signed or finalised after this approval, so it cannot be taken back. An administrator can unlock it.`,
    },
    by,
  );
}
