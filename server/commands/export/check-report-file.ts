import { listPeople, type Reader, type StoredExplanation } from '@/db/store';
import { type Overlay, packWith } from '@/server/domain/checks';
import { buildCheckReport, type CheckReportSource, type FindingStatement } from '@/server/domain/checks/check-report';
import { dayAt } from '@/server/domain/periods';
import { checkReportDocx, checkReportHtml } from '@/server/exports/check-report';
import { organInName } from '@/server/exports/report-file-name';
import type { ReportFile } from './report-file';

export const checkReportKinds = ['html', 'docx'] as const;
export type CheckReportKind = (typeof checkReportKinds)[number];

/** With what was checked, for the record. */
export type CheckFileMade = ReportFile & { hash: string };

/** The check report as the file that is sent. */
export async function writeCheckReport(source: CheckReportSource, title: string, kind: CheckReportKind): Promise<ReportFile> {
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

export function printedWith({ at, overlay }: { at: Date; overlay: Overlay | null }): Pick<CheckReportSource, 'date' | 'pack'> {
  return { date: dayAt(at), ...(overlay ? { pack: packWith(overlay) } : {}) };
}

export async function statementsOf(reader: Reader, explanations: readonly StoredExplanation[]): Promise<FindingStatement[]> {
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
