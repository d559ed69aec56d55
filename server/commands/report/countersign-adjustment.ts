import { signAdjustment } from '@/db/store';
import { Refused } from '@/server/errors';
import { type CommandContext, runCommand } from '../command';
import { type AskedAdjustment, requireAdjustment } from './adjustment-access';
import { requireReport } from './report-access';

/**
 * The second signature under an adjustment: from now on it is in the figure. Signing again changes nothing.
 *
 * @throws Refused not_found, forbidden, own_work, conflict (it was withdrawn)
 */
export async function countersignAdjustment(context: CommandContext, input: AskedAdjustment): Promise<void> {
  await runCommand(context, 'report.sign_adjustment', async (tx) => {
    const { adjustmentId, ...key } = input;
    const report = await requireReport(tx, context, key, 'report.sign_adjustment');
    const line = await requireAdjustment(tx, report, adjustmentId);
    if (line.writtenBy === context.actor.userId)
      throw new Refused('own_work', {
        zh: '调整须由另一人会签，不能会签自己写的调整。',
        en: 'An adjustment is countersigned by another person, never by its author.',
      });
    if (line.withdrawnAt)
      throw new Refused('conflict', {
        zh: '这条调整已被撤回，不能会签。请刷新页面查看。',
        en: 'This adjustment has been withdrawn and cannot be signed. Reload the page.',
      });
    if (line.countersignedBy) return;
    await signAdjustment(tx, line.id, context.actor.userId, context.now());
    tx.record('report.adjustment_countersigned', { id: line.id, cell: line.cell });
  });
}
