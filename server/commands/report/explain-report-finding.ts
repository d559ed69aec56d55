import type { ReportKey } from '@/server/domain/subject';
import { Refused } from '@/server/errors';
import { loadReportView } from '@/server/views/report-view';
import { isBoundTo } from '@/server/views/shown-finding';
import { type CommandContext, runCommand } from '../command';
import { writeExplanation } from '../explanations';
import { requireReport } from './report-access';

/**
 * Explains a confirm finding of a report, or asks for the exception of a must-fix one, bound to its values.
 *
 * @throws Refused not_found, forbidden, conflict (the finding is gone), invalid (an empty phrase)
 */
export async function explainReportFinding(
  context: CommandContext,
  input: ReportKey & { rule: string; boundTo: string; text: string },
): Promise<{ id: string }> {
  return runCommand(context, 'report.explain', async (tx) => {
    const key = { unitId: input.unitId, year: input.year, scope: input.scope };
    const report = await requireReport(tx, context, key, 'report.explain');
    const view = await loadReportView(tx, key, context.overlay);
    const finding = view?.checkRun.findings.find((one) => one.rule === input.rule && isBoundTo(one, input.boundTo));
    if (!finding)
      throw new Refused('conflict', {
        zh: '这条核对结果涉及的内容已经变化，请查看最新核对结果。',
        en: 'What this finding is about has changed. Look at the latest findings.',
      });
    return writeExplanation(tx, context, { owner: { ownerType: 'report', ownerId: report.id }, finding, text: input.text });
  });
}
