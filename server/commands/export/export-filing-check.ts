import { listExplanations } from '@/db/store';
import type { CheckReportSource } from '@/server/domain/checks/check-report';
import { loadFilingView } from '@/server/views/filing-view';
import { type CommandContext, runCommand } from '../command';
import { filingLock, requireFiling } from '../filing/filing-access';
import { type CheckReportKind, printedWith, statementsOf, writeCheckReport } from './check-report-file';
import type { ReportFile } from './report-file';

/** The printed proof of a filing's check, as it stands. Taking it out is recorded. @throws Refused not_found */
export async function exportFilingCheck(
  context: CommandContext,
  { filingId, kind }: { filingId: string; kind: CheckReportKind },
): Promise<ReportFile> {
  const source = await runCommand(context, { act: 'filing.read', only: filingLock(filingId) }, async (tx): Promise<CheckReportSource> => {
    const filing = await requireFiling(tx, context.actor, filingId, 'filing.read');
    const view = await loadFilingView(tx, filing, context.overlay);
    const explanations = await listExplanations(tx, { ownerType: 'filing', ownerId: filing.id });
    tx.record('filing.checked', { kind, hash: view.hash });
    return {
      content: {
        organ: filing.isPractice ? `${filing.unitName}（练习，不计入任何数字）` : filing.unitName,
        year: filing.year,
        scope: 'own_organ',
      },
      quarter: filing.quarter,
      format: view.format,
      run: view.checkRun,
      statements: await statementsOf(tx, explanations),
      ...printedWith(context),
    };
  });
  return writeCheckReport(source, `${source.content.year}年第${source.quarter}季度审核报告`, kind);
}
