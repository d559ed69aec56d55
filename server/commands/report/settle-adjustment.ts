import { findAdjustment, type Report, type StoredAdjustment, signAdjustment, withdrawStoredAdjustment } from '@/db/store';
import type { ReportKey } from '@/server/domain/subject';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import { type CommandContext, type CommandTx, runCommand } from '../command';
import { requireReport } from './report-access';

type AskedLine = ReportKey & { adjustmentId: string };

/**
 * The second signature under an adjustment: from now on it is in the figure. Signing again changes nothing.
 *
 * @throws Refused not_found, forbidden, own_work, conflict (it was withdrawn)
 */
export async function countersignAdjustment(context: CommandContext, input: AskedLine): Promise<void> {
  await runCommand(context, 'report.sign_adjustment', async (tx) => {
    const { adjustmentId, ...key } = input;
    const report = await requireReport(tx, context, key, 'report.sign_adjustment');
    const line = await requireLine(tx, report, adjustmentId);
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

/** Takes an adjustment back, signed or not: the figure is the sum again. Editions keep theirs. @throws Refused not_found, forbidden */
export async function withdrawAdjustment(context: CommandContext, input: AskedLine): Promise<void> {
  await runCommand(context, 'report.adjust', async (tx) => {
    const { adjustmentId, ...key } = input;
    const report = await requireReport(tx, context, key, 'report.adjust');
    const line = await requireLine(tx, report, adjustmentId);
    if (line.withdrawnAt) return;
    await withdrawStoredAdjustment(tx, line.id, context.actor.userId, context.now());
    tx.record('report.adjustment_withdrawn', { id: line.id, cell: line.cell });
  });
}

async function requireLine(tx: CommandTx, report: Report, id: string): Promise<StoredAdjustment> {
  const line = await findAdjustment(tx, id);
  if (!line || line.reportId !== report.id) throw notFound();
  return line;
}
