import { withdrawStoredAdjustment } from '@/db/store';
import { type CommandContext, runCommand } from '../command';
import { type AskedAdjustment, requireAdjustment } from './adjustment-access';
import { requireReport } from './report-access';

/** Takes an adjustment back, signed or not: the figure is the sum again. Editions keep theirs. @throws Refused not_found, forbidden */
export async function withdrawAdjustment(context: CommandContext, input: AskedAdjustment): Promise<void> {
  await runCommand(context, 'report.adjust', async (tx) => {
    const { adjustmentId, ...key } = input;
    const report = await requireReport(tx, context, key, 'report.adjust');
    const line = await requireAdjustment(tx, report, adjustmentId);
    if (line.withdrawnAt) return;
    await withdrawStoredAdjustment(tx, line.id, context.actor.userId, context.now());
    tx.record('report.adjustment_withdrawn', { id: line.id, cell: line.cell });
  });
}
