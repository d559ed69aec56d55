import { type ContributionRequest, updateContribution } from '@/db/store';
import { answerFault, type ContributionAnswer } from '@/server/domain/contributions';
import { Refused } from '@/server/errors';
import { type CommandContext, type CommandTx, runCommand } from '../command';
import { requireContribution, requireSameVersion } from './contribution-access';

interface Asked {
  requestId: string;
  /** The version on the screen. */
  baseVersion: number;
}

/** What the log says of an answer without words. */
const nothingThisYear = '本年无此项';

/**
 * Answers a request, or mends the answer that was given. The same answer once more changes nothing.
 *
 * @throws Refused not_found, forbidden, wrong_status (withdrawn), conflict, invalid (no sentence, a number without evidence, too long)
 */
export async function answerContribution(context: CommandContext, input: Asked & ContributionAnswer): Promise<{ version: number }> {
  return runCommand(context, 'contribution.answer', async (tx) => {
    const request = await requireContribution(tx, context, input.requestId, 'contribution.answer');
    const answer = { number: input.number.trim(), evidence: input.evidence.trim(), sentence: input.sentence.trim() };
    const fault = answerFault(answer);
    if (fault) throw new Refused('invalid', fault);
    return store(tx, context, { request, asked: input, answer });
  });
}

/** Answers that there was nothing of it this year. @throws Refused not_found, forbidden, wrong_status (withdrawn), conflict */
export async function answerNothing(context: CommandContext, input: Asked): Promise<{ version: number }> {
  return runCommand(context, 'contribution.answer', async (tx) => {
    const request = await requireContribution(tx, context, input.requestId, 'contribution.answer');
    return store(tx, context, { request, asked: input, answer: { number: null, evidence: null, sentence: null } });
  });
}

async function store(
  tx: CommandTx,
  context: CommandContext,
  {
    request,
    asked: { baseVersion },
    answer,
  }: { request: ContributionRequest; asked: Asked; answer: Pick<ContributionRequest, 'number' | 'evidence' | 'sentence'> },
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
