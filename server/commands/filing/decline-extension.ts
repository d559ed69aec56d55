import { updateExtension } from '@/db/store';
import { Refused } from '@/server/errors';
import { type CommandContext, runCommand } from '../command';
import { requireFiling } from './filing-access';

/**
 * The office gives a unit no more time. The unit is told, and may ask again.
 *
 * @param input.seen when the unit asked, as it was on the screen
 * @throws Refused not_found, forbidden, wrong_status, conflict (it was dealt with, or the unit has asked anew, since)
 */
export async function declineExtension(context: CommandContext, input: { filingId: string; seen: string }): Promise<void> {
  await runCommand(context, 'deadline.extend', async (tx) => {
    const { id, extensionAsk } = await requireFiling(tx, context, input.filingId, 'deadline.extend');
    if (extensionAsk === null)
      throw new Refused('conflict', {
        zh: '这项延期申请已经办理，请刷新页面查看。',
        en: 'This request was dealt with already. Reload and look.',
      });
    if (extensionAsk.at !== input.seen)
      throw new Refused('conflict', {
        zh: `这个单位刚刚重新申请延到 ${extensionAsk.until}，没有办理。请看现在的，再决定。`,
        en: `The unit has just asked anew, for ${extensionAsk.until}, so nothing was done. Look at what stands now and decide again.`,
      });
    await updateExtension(tx, id, { extensionAsk: null });
    tx.record('filing.extension_declined', { until: extensionAsk.until, reason: extensionAsk.reason });
  });
}
