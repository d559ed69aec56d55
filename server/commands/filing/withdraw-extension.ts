import type { Day } from '@/server/domain/periods';
import { type CommandContext, runCommand } from '../command';
import { requireFiling } from './filing-access';
import { writeOwnDay } from './own-day';
import { requireSeenDay } from './seen-day';

/**
 * Takes a unit's own day back: everybody's counts again.
 *
 * @param input.seen the unit's own day that was on the screen
 * @throws Refused not_found, forbidden, wrong_status, conflict (somebody else set another day, or took it back, since)
 */
export async function withdrawExtension(context: CommandContext, input: { filingId: string; seen: Day }): Promise<void> {
  await runCommand(context, 'deadline.extend', async (tx) => {
    const filing = await requireFiling(tx, context, input.filingId, 'deadline.extend');
    requireSeenDay(filing, input.seen);
    await writeOwnDay(tx, filing, null);
  });
}
