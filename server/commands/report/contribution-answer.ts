import { type ContributionRequest, updateContribution } from '@/db/store';
import type { CommandContext, CommandTx } from '../command';
import { requireSameVersion } from './contribution-access';

/** A request as it is answered. */
export interface AskedContribution {
  requestId: string;
  /** The version on the screen. */
  baseVersion: number;
}

/** What the log says of an answer without words. */
const nothingThisYear = '本年无此项';

/** Keeps an answer; the same once more changes nothing. @throws Refused conflict */
export async function keepContributionAnswer(
  tx: CommandTx,
  context: CommandContext,
  {
    request,
    asked: { baseVersion },
    answer,
  }: { request: ContributionRequest; asked: AskedContribution; answer: Pick<ContributionRequest, 'number' | 'evidence' | 'sentence'> },
): Promise<{ version: number }> {
  const isSame =
    request.answeredAt !== null &&
    request.number === answer.number &&
    request.evidence === answer.evidence &&
    request.sentence === answer.sentence;
  if (isSame) return { version: request.version };
  requireSameVersion(request, baseVersion);
  const version = request.version + 1;
  await updateContribution(tx, request.id, { ...answer, version, answeredBy: context.actor.userId, answeredAt: context.now() });
  tx.record('contribution.answered', { id: request.id, number: answer.number ?? '', sentence: answer.sentence ?? nothingThisYear });
  return { version };
}
