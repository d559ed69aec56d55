import type { ExportKind } from '@/server/domain/report/export-kinds';
import type { ReportKey } from '@/server/domain/subject';

export function keyOf({ unitId, year, scope }: ReportKey): ReportKey {
  return { unitId, year, scope };
}

/** Where a report is worked on. */
export function reportAddress({ unitId, year, scope }: ReportKey): string {
  return `/reports/${encodeURIComponent(unitId)}/${year}/${scope}`;
}

/** Where two editions, or the last one and the draft, are compared. */
export function compareAddress(key: ReportKey, from: number, to: number | 'draft'): string {
  return `${reportAddress(key)}/compare/${from}/${to}`;
}

/** The files a report is given out as: itself, the 图解 and charts of it, and all of them in one zip. */
export const reportFileRows = [
  ['docx', 'pdf', 'html', 'xlsx', 'csv', 'json'],
  ['digest-pdf', 'digest-docx', 'digest-html', 'charts', 'bundle'],
] as const satisfies readonly (readonly ExportKind[])[];

/** Where a face of an edition, or of the draft, is downloaded. */
export function fileAddress({ unitId, year, scope }: ReportKey, edition: number | 'draft', kind: ExportKind): string {
  return `/files/reports/${encodeURIComponent(unitId)}/${year}/${scope}/${edition}.${kind}`;
}
