import { buildReportDocument } from '@/server/domain/report/build-report-document';
import type { ReportDocument } from '@/server/domain/report/report-document';
import type { ReportView } from './report-view';

/** The report as it would print now, saying that it is a draft and whose quarters it lacks. */
export function draftDocument({ content, format, hash, missing, units }: ReportView): ReportDocument {
  return buildReportDocument({
    content,
    format,
    edition: null,
    contentHash: hash,
    missingUnits: missing.map((unit) => ({ unit: unit.unitName })),
    reportedUnits: { n: units.length - missing.length, m: units.length },
  });
}
