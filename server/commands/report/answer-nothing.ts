import { type CommandContext, runCommand } from '../command';
import { requireContribution } from './contribution-access';
import { type AskedContribution, keepContributionAnswer } from './contribution-answer';

/** Answers that there was nothing of it this year. @throws Refused not_found, forbidden, wrong_status (withdrawn), conflict */
export async function answerNothing(context: CommandContext, input: AskedContribution): Promise<{ version: number }> {
  return runCommand(context, 'contribution.answer', async (tx) => {
    const request = await requireContribution(tx, context, input.requestId, 'contribution.answer');
    return keepContributionAnswer(tx, context, { request, asked: input, answer: { number: null, evidence: null, sentence: null } });
  });
}
