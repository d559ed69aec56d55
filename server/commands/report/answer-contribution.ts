import { answerFault, type ContributionAnswer } from '@/server/domain/contributions';
import { Refused } from '@/server/errors';
import { type CommandContext, runCommand } from '../command';
import { requireContribution } from './contribution-access';
import { type AskedContribution, keepContributionAnswer } from './contribution-answer';

/**
 * Answers a request, or mends the answer that was given. The same answer once more changes nothing.
 *
 * @throws Refused not_found, forbidden, wrong_status (withdrawn), conflict, invalid (no sentence, a number without evidence, too long)
 */
export async function answerContribution(
  context: CommandContext,
  input: AskedContribution & ContributionAnswer,
): Promise<{ version: number }> {
  return runCommand(context, 'contribution.answer', async (tx) => {
    const request = await requireContribution(tx, context, input.requestId, 'contribution.answer');
    const answer = { number: input.number.trim(), evidence: input.evidence.trim(), sentence: input.sentence.trim() };
    const fault = answerFault(answer);
    if (fault) throw new Refused('invalid', fault);
    return keepContributionAnswer(tx, context, { request, asked: input, answer });
  });
}
