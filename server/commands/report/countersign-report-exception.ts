import type { ReportKey } from '@/server/domain/subject';
import { type CommandContext, runCommand } from '../command';
import { countersign } from '../explanations';
import { requireReport } from './report-access';

/** The second signature under a report's exception. @throws Refused not_found, forbidden, own_work */
export async function countersignReportException(context: CommandContext, input: ReportKey & { exceptionId: string }): Promise<void> {
  await runCommand(context, 'report.countersign', async (tx) => {
    const report = await requireReport(tx, context, { unitId: input.unitId, year: input.year, scope: input.scope }, 'report.countersign');
    await countersign(tx, context, { owner: { ownerType: 'report', ownerId: report.id }, exceptionId: input.exceptionId });
  });
}
