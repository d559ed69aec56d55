import { latestEditionOf } from '@/db/store';
import type { CheckReportSource } from '@/server/domain/checks/check-report';
import type { ReportKey } from '@/server/domain/subject';
import { notFound } from '@/server/views/access';
import { readEdition } from '@/server/views/edition-content';
import { loadReportView } from '@/server/views/report-view';
import { type CommandContext, runCommand } from '../command';
import { reportLock, requireReport } from '../report/report-access';
import { type CheckReportKind, printedWith, statementsOf, writeCheckReport } from './check-report-file';
import type { ReportFile } from './report-file';

/** The printed proof of the check of an annual report under work. Taking it out is recorded. @throws Refused not_found */
export async function exportReportCheck(context: CommandContext, asked: ReportKey & { kind: CheckReportKind }): Promise<ReportFile> {
  const { kind, ...key } = asked;
  const source = await runCommand(context, { act: 'report.read', only: reportLock(key) }, async (tx): Promise<CheckReportSource> => {
    await requireReport(tx, context, key, 'report.read');
    const view = await loadReportView(tx, key, context.overlay);
    if (!view) throw notFound();
    const lastYear = await latestEditionOf(tx, key.unitId, key.year - 1, key.scope);
    const previous = lastYear && readEdition(lastYear.content);
    tx.record('report.checked', { kind, hash: view.hash });
    return {
      content: view.content,
      format: view.format,
      run: view.checkRun,
      previous: previous && `${previous.organ} ${previous.year}`,
      statements: await statementsOf(tx, view.explanations),
      ...printedWith({ ...context, overlay: view.rules }),
    };
  });
  const scope = key.scope === 'consolidated' ? '汇总' : '本机关';
  return writeCheckReport(source, `${key.year}年度（${scope}）审核报告`, kind);
}
