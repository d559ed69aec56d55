import { updateSlip } from '@/db/store';
import { type CommandContext, runCommand } from '../command';
import { requireReason } from '../require-words';
import { requireSignedSlip } from './signed-slip';

/**
 * The office refuses a slip with a reason; nothing changes. The unit may write another.
 *
 * @throws Refused not_found, forbidden, wrong_status, own_work, conflict, invalid (no real reason)
 */
export async function refuseSlip(context: CommandContext, input: { slipId: string; version: number; reason: string }): Promise<void> {
  await runCommand(context, 'slip.decide', async (tx) => {
    const { slip } = await requireSignedSlip(tx, context, input);
    requireReason(input.reason);
    await updateSlip(tx, slip.id, {
      status: 'refused',
      decidedBy: context.actor.userId,
      decidedAt: context.now(),
      decisionText: input.reason,
    });
    tx.record('slip.refused', { number: slip.number, reason: input.reason }, { reason: input.reason });
  });
}
