import { updateExtension } from '@/db/store';
import { maxReasonCharacters } from '@/server/domain/deadlines';
import type { Day } from '@/server/domain/periods';
import { type CommandContext, runCommand } from '../command';
import { requireReason, requireText } from '../require-words';
import { requireFiling } from './filing-access';
import { requireNoPractice, requireOwnDay } from './own-day';

/**
 * A unit asks the office for more time with a quarter, also when its due day is over and locks. The newest word stands; the office is told.
 *
 * @throws Refused not_found, forbidden, wrong_status, invalid (no real reason; a day that is over, no later than everybody's, or too far)
 */
export async function askExtension(context: CommandContext, input: { filingId: string; until: Day; reason: string }): Promise<void> {
  await runCommand(context, 'deadline.ask', async (tx) => {
    const filing = await requireFiling(tx, context, input.filingId, 'deadline.ask');
    requireNoPractice(filing);
    requireReason(input.reason);
    const asked = { until: input.until, reason: requireText(input.reason, maxReasonCharacters) };
    // Whether the law's day may be passed is for the office to say.
    requireOwnDay(context, filing, { until: input.until, laterThan: filing.dueOn, isPastStatutoryMeant: true });
    await updateExtension(tx, filing.id, { extensionAsk: { ...asked, by: context.actor.userId, at: context.now().toISOString() } });
    tx.record('filing.extension_asked', asked, { reason: asked.reason });
  });
}
