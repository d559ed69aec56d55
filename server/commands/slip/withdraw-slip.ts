import { updateSlip } from '@/db/store';
import { loadUnitBooks } from '@/server/views/unit-books';
import { type CommandContext, runCommand } from '../command';
import { requireInQuarters, requireSeenSlip, requireSlip } from './slip-access';

/**
 * The unit takes a slip back that the office has not decided on. Its number stays used.
 *
 * @throws Refused not_found, forbidden, wrong_status, conflict (decided meanwhile, or another version)
 */
export async function withdrawSlip(context: CommandContext, input: { slipId: string; version: number }): Promise<void> {
  await runCommand(context, 'slip.write', async (tx) => {
    const { slip, unit } = await requireSlip(tx, input.slipId);
    await requireInQuarters(
      { tx, actor: context.actor },
      { action: 'slip.write', unit, books: await loadUnitBooks(tx, unit, slip.year, context.overlay), of: slip },
    );
    requireSeenSlip(slip, { status: ['draft', 'signed'], version: input.version });
    await updateSlip(tx, slip.id, { status: 'withdrawn' });
    tx.record('slip.withdrawn', { number: slip.number });
  });
}
