import { updateIndicator } from '@/db/store';
import { type CommandContext, runCommand } from '../command';
import { requireIndicators, requireLiveIndicator } from './indicator-list';

/**
 * Stops asking for an indicator. What was submitted keeps it, and so does the year's report; filings under work lose the question.
 *
 * @throws Refused not_found, forbidden, wrong_status (it is retired already)
 */
export async function retireIndicator(context: CommandContext, input: { year: number; key: string }): Promise<void> {
  await runCommand(context, 'year.manage', async (tx) => {
    const { list } = await requireIndicators(tx, context, input.year);
    await updateIndicator(tx, requireLiveIndicator(list, input.key), { retiredAt: context.now() });
    tx.record('indicator.retired', input);
  });
}
