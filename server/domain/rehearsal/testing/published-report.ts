import { type Figure, fromDecimal } from '../../figures';
import { type CellId, type Format, type FormatId, getCell, getFormat } from '../../formats';
import type { ReportContent } from '../../subject';

interface ReportJson {
  format: string;
  scope: string;
  organ: string;
  year: number;
  figures: Record<string, number | string | undefined>;
}

/** A stored report as the rehearsal takes it, in the row variant its figures use. */
export function publishedReport(json: ReportJson): { format: Format; content: ReportContent } {
  const format = getFormat(
    json.format as FormatId,
    's3.other_single.total' in json.figures || json.format === '2019' ? 'other_single' : 'other_three',
  );
  const figures = new Map<CellId, Figure>();
  for (const [id, printed] of Object.entries(json.figures)) {
    const read = printed === undefined ? null : fromDecimal(String(printed), getCell(format, id).quantity);
    if (read) figures.set(id, { state: 'number', ...read });
  }
  return { format, content: { organ: json.organ, year: json.year, scope: json.scope as ReportContent['scope'], figures, texts: {} } };
}
