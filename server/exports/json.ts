import { type Format, getFormat } from '@/server/domain/formats';
import { toReportJson } from '@/server/domain/reading/to-report-json';
import type { ReportDocument } from '@/server/domain/report/report-document';
import { adjustmentJson } from '@/server/domain/report/stated-adjustment';
import { indicatorJson, type StatedIndicator } from '@/server/domain/report/stated-indicator';
import type { Notes, ReportContent } from '@/server/domain/subject';

/**
 * The report as report JSON, one of the contracts outsiders rely on, with the edition it is, the hash of its content and the link of the event log. Figures that
 * only serve our quarter rules stay inside. Local indicators stand apart from the statutory figures, under a key of their own that
 * readers of report JSON pass over.
 */
export function jsonFace(document: ReportDocument, content: ReportContent, indicators: readonly StatedIndicator[] = []): Uint8Array {
  const { rowVariant, edition, contentHash, logHead } = document;
  const format = getFormat(document.format, rowVariant);
  const printed = new Map([...content.figures].filter(([id]) => format.cells.get(id)?.table !== 'internal'));
  const printedContent = { ...content, scope: document.scope, organ: document.organ, year: document.year, figures: printed };
  const { kind, format: id, scope, organ, year, ...rest } = toReportJson({ format, content: printedContent });
  const report = {
    kind,
    format: id,
    rowVariant,
    scope,
    organ,
    year,
    edition,
    contentHash,
    ...(logHead ? { log: logHead } : {}),
    ...rest,
    ...beside(content, format),
    ...stated(indicators),
  };
  return new TextEncoder().encode(`${JSON.stringify(report, null, 2)}\n`);
}

/** What is printed beside the figures, and what stands between them and the sum of the quarters; only where there is something. */
function beside({ notes, adjustments }: ReportContent, format: Format): { notes?: Notes; adjustments?: readonly object[] } {
  return {
    ...(notes ? { notes } : {}),
    ...(adjustments ? { adjustments: adjustments.map((line) => adjustmentJson(format, line)) } : {}),
  };
}

function stated(indicators: readonly StatedIndicator[]): { indicators?: readonly object[] } {
  return indicators.length > 0 ? { indicators: indicators.map(indicatorJson) } : {};
}
