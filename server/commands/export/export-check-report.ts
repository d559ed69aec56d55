import { latestEditionOf, listExplanations, listPeople, type Reader, type StoredExplanation } from '@/db/store';
import { packWith } from '@/server/domain/checks';
import { buildCheckReport, type CheckReportSource, type FindingStatement } from '@/server/domain/checks/check-report';
import { dayAt } from '@/server/domain/periods';
import type { ReportKey } from '@/server/domain/subject';
import { checkReportDocx, checkReportHtml } from '@/server/exports/check-report';
import { organInName } from '@/server/exports/report-file-name';
import { notFound } from '@/server/views/access';
import { readEdition } from '@/server/views/edition-content';
import { loadFilingView } from '@/server/views/filing-view';
import { loadReportView } from '@/server/views/report-view';
import { type CommandContext, runCommand } from '../command';
import { requireFiling } from '../filing/filing-access';
import { requireReport } from '../report/report-access';
import type { ReportFile } from './export-report';

export const checkReportKinds = ['html', 'docx'] as const;
export type CheckReportKind = (typeof checkReportKinds)[number];

/** The printed proof of a filing's check, as it stands. Taking it out is recorded. @throws Refused not_found */
export async function exportFilingCheck(
  context: CommandContext,
  { filingId, kind }: { filingId: string; kind: CheckReportKind },
): Promise<ReportFile> {
  const source = await runCommand(context, 'filing.read', async (tx): Promise<CheckReportSource> => {
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

/** The same of an annual report under work. @throws Refused not_found */
export async function exportReportCheck(context: CommandContext, asked: ReportKey & { kind: CheckReportKind }): Promise<ReportFile> {
  const { kind, ...key } = asked;
  const source = await runCommand(context, 'report.read', async (tx): Promise<CheckReportSource> => {
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

function printedWith({ now, overlay }: CommandContext): Pick<CheckReportSource, 'date' | 'pack'> {
  return { date: dayAt(now()), ...(overlay ? { pack: packWith(overlay) } : {}) };
}

async function statementsOf(reader: Reader, explanations: readonly StoredExplanation[]): Promise<FindingStatement[]> {
  const names = new Map((await listPeople(reader)).map((person) => [person.id, person.name]));
  return explanations.map(({ kind, rule, boundTo, text, writtenBy, countersignedBy }) => ({
    kind,
    rule,
    boundTo,
    text,
    writtenBy: names.get(writtenBy) ?? '',
    countersignedBy: countersignedBy && (names.get(countersignedBy) ?? ''),
  }));
}

async function writeCheckReport(source: CheckReportSource, title: string, kind: CheckReportKind): Promise<ReportFile> {
  const document = buildCheckReport(source);
  const name = `${organInName(source.content.organ)}${title}.${kind}`;
  return kind === 'html'
    ? { name, contentType: 'text/html; charset=utf-8', bytes: new TextEncoder().encode(checkReportHtml(document)) }
    : {
        name,
        contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        bytes: await checkReportDocx(document),
      };
}
