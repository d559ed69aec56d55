import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Sentence } from '@/server/domain/sentence';
import { Refused } from '@/server/errors';
import type { CommandContext } from '../command';
import { finaliseReport } from './finalise-report';

/** Reports that may be finalised with one request. */
export const maxFinalised = 20;

export type FinaliseAnswer = { unitId: string } & (
  | { outcome: 'finalised'; number: number; hash: string }
  | { outcome: 'refused'; sentence: Sentence }
);

/**
 * Finalises own reports one by one, each in a transaction of its own by the rules of a single one and bound to the content that was
 * shown (A2). The reason is that of every further edition among them. One that changed meanwhile, or has something in its way, is left and says so. Others are served between two of them.
 */
export async function finaliseMany(
  context: CommandContext,
  input: { changeId: string; year: number; reason?: string; items: readonly { unitId: string; seenHash: string }[] },
): Promise<FinaliseAnswer[]> {
  const answers: FinaliseAnswer[] = [];
  for (const { unitId, seenHash } of input.items) {
    const key = { unitId, year: input.year, scope: 'own_organ' as const };
    try {
      const done = await finaliseReport(context, {
        ...key,
        seenHash,
        ...(input.reason === undefined ? {} : { reason: input.reason }),
        changeId: `${input.changeId} ${unitId}`.slice(0, 80),
      });
      answers.push({ unitId, outcome: 'finalised', ...done });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      answers.push({ unitId, outcome: 'refused', sentence: error.sentence });
    }
    await nextTurn();
  }
  return answers;
}
