import { decideSubmission, deleteRemarkDraftsOf, insertRemark, setFilingStatus } from '@/db/store';
import type { Day } from '@/server/domain/periods';
import { nextStatus } from '@/server/domain/workflow';
import { Refused } from '@/server/errors';
import { type CommandContext, runCommand } from '../command';
import { requireUnderReview } from './filing-access';
import { giveTimeBack } from './own-day';
import { requireRemarkPlaces } from './remark-place';
import { requireSeenSubmission } from './seen-content';

export interface NewRemark {
  /** A cell id, `text` for the contribution, `text:2` for its second paragraph as it was submitted. */
  anchor: string;
  text: string;
}

/**
 * Sends a submission back with a reason and at least one remark pinned to a cell or to the text (R3).
 *
 * @param input.until by when it is wanted again; without it the office's usual time, where due days lock
 * @throws Refused not_found, forbidden, wrong_status, conflict (a newer submission came in), invalid (no reason, no remark,
 *   a remark pinned to nothing, a day that is over)
 */
export async function returnFiling(
  context: CommandContext,
  input: { filingId: string; submissionNumber: number; reason: string; remarks: readonly NewRemark[]; until?: Day | undefined },
): Promise<void> {
  await runCommand(context, 'filing.return', async (tx) => {
    const filing = await requireUnderReview(tx, context, input.filingId, 'filing.return');
    await requireSeenSubmission(tx, filing, { number: input.submissionNumber });
    if (input.reason.trim() === '')
      throw new Refused('invalid', { zh: '请写明退回原因。', en: 'Please give the reason for returning it.' });
    if (input.remarks.length === 0 || input.remarks.some((remark) => remark.text.trim() === ''))
      throw new Refused('invalid', {
        zh: '退回至少要有一条批注，钉在具体单元格或文字上，并写明内容。',
        en: 'Returning needs at least one remark pinned to a cell or to the text, with words in it.',
      });
    await requireRemarkPlaces(
      tx,
      filing,
      input.remarks.map((remark) => remark.anchor),
    );
    const at = context.now();
    const remarks = input.remarks.map((remark) => ({ id: context.newId(), ...remark }));
    for (const remark of remarks)
      await insertRemark(tx, {
        ...remark,
        filingId: filing.id,
        submissionNumber: filing.submissionNumber,
        writtenBy: context.actor.userId,
        writtenAt: at,
      });
    // What was pinned went out; what a colleague has pinned stays theirs and goes nowhere.
    await deleteRemarkDraftsOf(tx, { filingId: filing.id, writtenBy: context.actor.userId });
    await decideSubmission(tx, filing.id, filing.submissionNumber, {
      outcome: 'returned',
      decidedBy: context.actor.userId,
      decidedAt: at,
      returnReason: input.reason,
    });
    await setFilingStatus(tx, filing.id, { status: nextStatus(filing.status, 'return') ?? filing.status, at });
    tx.record('filing.returned', { number: filing.submissionNumber, reason: input.reason, remarks }, { reason: input.reason });
    await giveTimeBack(tx, context, { filing, until: input.until, cause: 'returned' });
  });
}
