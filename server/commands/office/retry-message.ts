import { findMessage, tryAgain } from '@/db/store';
import { Refused } from '@/server/errors';
import { requirePermission } from '@/server/views/access';
import { requireRoot } from '@/server/views/three-duties';
import { type CommandContext, runCommand } from '../command';

/** Has a message sent anew that could not be sent: its tries begin again. @throws Refused not_found, forbidden, conflict (it was sent since, or is over) */
export async function retryMessage(context: CommandContext, input: { id: string }): Promise<void> {
  await runCommand(context, 'message.manage', async (tx) => {
    const root = await requireRoot(tx);
    tx.about({ type: 'unit', id: root.id, unitId: root.id, period: null });
    requirePermission(context.actor, 'message.manage', { unitPath: root.path, status: null });
    const message = await findMessage(tx, input.id);
    if (!message || !(await tryAgain(tx, message.id, context.now())))
      throw new Refused('conflict', {
        zh: '这条消息已经送达，或者已不用再送。请刷新后查看。',
        en: 'This message has been sent since, or is no longer needed. Reload and look.',
      });
    tx.record('message.retried', { id: message.id, channel: message.channel });
  });
}
