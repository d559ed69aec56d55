import type { Sentence } from '@/server/domain/sentence';
import { Refused } from '@/server/errors';
import { type CommandContext, runCommand } from '../command';
import { approveSeen, hasApproved, type SeenSubmission } from './approval';
import { requireUnderReview } from './filing-access';
import { reviewBegun } from './moved-meanwhile';

/** Submissions that may be approved with one request. */
export const maxApprovals = 200;

export type ApprovalAnswer = { filingId: string } & (
  | { outcome: 'approved' }
  | { outcome: 'refused'; sentence: Sentence; details: unknown }
);

/**
 * Approves submissions one by one, each in a transaction of its own by the rules of a single approval (R1). One that is
 * refused says why, with what changed since it was shown, and does not hold up the others. One whose review somebody has begun is left to them.
 */
export async function approveMany(context: CommandContext, items: readonly SeenSubmission[]): Promise<ApprovalAnswer[]> {
  const answers: ApprovalAnswer[] = [];
  for (const item of items) answers.push(await approveOne(context, item));
  return answers;
}

async function approveOne(context: CommandContext, item: SeenSubmission): Promise<ApprovalAnswer> {
  const { filingId } = item;
  try {
    await runCommand(context, 'filing.approve', async (tx) => {
      if (await hasApproved(tx, context, item)) return;
      const filing = await requireUnderReview(tx, context, filingId, 'filing.approve');
      if (filing.status !== 'submitted') throw await reviewBegun(tx, filing);
      await approveSeen(tx, context, filing, item);
    });
    return { filingId, outcome: 'approved' };
  } catch (error) {
    if (error instanceof Refused) return { filingId, outcome: 'refused', sentence: error.sentence, details: error.details };
    throw error;
  }
}
