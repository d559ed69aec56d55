import type { ReportContent } from '@/server/domain/checks/check';
import { getFormat } from '@/server/domain/formats';
import { toReportJson } from '@/server/domain/reading/to-report-json';
import type { ReportDocument } from '@/server/domain/report/report-document';

/**
 * The report as report JSON, one of the contracts outsiders rely on, with the edition it is and the hash of its content. Figures that
 * only serve our quarter rules stay inside.
 */
export function jsonFace(document: ReportDocument, content: ReportContent): Uint8Array {
  const { rowVariant, edition, contentHash } = document;
  const format = getFormat(document.format, rowVariant);
  const printed = new Map([...content.figures].filter(([id]) => format.cells.get(id)?.table !== 'internal'));
  const stated = { ...content, scope: document.scope, organ: document.organ, year: document.year, figures: printed };
  const { kind, format: id, scope, organ, year, ...rest } = toReportJson({ format, content: stated });
  const report = { kind, format: id, rowVariant, scope, organ, year, edition, contentHash, ...rest };
  return new TextEncoder().encode(`${JSON.stringify(report, null, 2)}\n`);
}
