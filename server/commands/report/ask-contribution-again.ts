import { updateContribution } from '@/db/store';
import { maxCharacters } from '@/server/domain/contributions';
import type { Day } from '@/server/domain/periods';
import { type CommandContext, runCommand } from '../command';
import { requireText } from '../require-words';
import { requireAnswerDay, requireContribution, requireSameVersion } from './contribution-access';

/**
 * Asks again: an answer is opened for the unit to mend, with its words kept; a request that waits gets another question or day.
 *
 * @throws Refused not_found, forbidden, wrong_status (withdrawn), conflict, invalid (no question or one too long, a day that cannot be meant)
 */
export async function askContributionAgain(
  context: CommandContext,
  input: { requestId: string; question: string; dueOn: Day; baseVersion: number },
): Promise<{ version: number }> {
  return runCommand(context, 'contribution.ask', async (tx) => {
    const request = await requireContribution(tx, context, input.requestId, 'contribution.ask');
    requireSameVersion(request, input.baseVersion);
    const question = requireText(input.question, maxCharacters.question);
    requireAnswerDay(context, request.year, input.dueOn);
    const version = request.version + 1;
    await updateContribution(tx, request.id, { question, dueOn: input.dueOn, version, answeredAt: null });
    tx.record('contribution.asked', { id: request.id, topic: request.topic, question, dueOn: input.dueOn });
    return { version };
  });
}
