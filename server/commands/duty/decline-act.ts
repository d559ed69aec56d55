import { settleAct } from '@/db/store';
import { Refused } from '@/server/errors';
import { type CommandContext, runCommand } from '../command';
import { requireReason } from '../require-words';
import { saidOf } from './asked-act';
import { requireDecidableAct } from './decidable-act';

/** Says no to what waits, or takes back what one has asked for. @throws Refused not_found, forbidden, own_work, wrong_status, invalid (no reason) */
export async function declineAct(context: CommandContext, input: { id: string; reason: string }): Promise<void> {
  await runCommand(context, 'duty.decide', async (tx) => {
    const act = await requireDecidableAct(tx, context, input.id, true);
    requireReason(input.reason);
    const settled = await settleAct(tx, act.id, { status: 'declined', decidedBy: context.actor.userId, decidedAt: context.now() });
    if (!settled) throw new Refused('conflict', { zh: '刚刚已有人办理。', en: 'Somebody has just decided.' });
    tx.record('duty.declined', saidOf(act), { reason: input.reason.trim() });
  });
}
