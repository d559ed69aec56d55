import { maxReasonCharacters } from '@/server/domain/deadlines';
import type { Day } from '@/server/domain/periods';
import { type CommandContext, runCommand } from '../command';
import { requireReason, requireText } from '../require-words';
import { requireFiling } from './filing-access';
import { requireNoPractice, requireOwnDay, writeOwnDay } from './own-day';
import { requireSeenDay } from './seen-day';

/**
 * Gives a unit its own, later day for a quarter, or another one than it has. What it asked for is answered with it.
 *
 * @param input.seen the unit's own day that was on the screen; null: it had none
 * @param input.isPastStatutoryMeant said of a day that lies behind the one the law sets for publishing
 * @throws Refused not_found, forbidden, wrong_status, invalid (no real reason; a day that is over, no later than everybody's, too far, or behind the
 *   law's and nobody said that this is meant), conflict (somebody else set another day since)
 */
export async function extendDeadline(
  context: CommandContext,
  input: { filingId: string; until: Day; reason: string; seen: Day | null; isPastStatutoryMeant?: boolean | undefined },
): Promise<void> {
  await runCommand(context, 'deadline.extend', async (tx) => {
    const filing = await requireFiling(tx, context, input.filingId, 'deadline.extend');
    requireNoPractice(filing);
    requireReason(input.reason);
    const reason = requireText(input.reason, maxReasonCharacters);
    requireSeenDay(filing, input.seen);
    requireOwnDay(context, filing, { ...input, laterThan: filing.quarterDueOn });
    await writeOwnDay(tx, filing, { until: input.until, reason, cause: 'granted' });
  });
}
