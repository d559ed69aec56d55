import { count, type Figure, withComputed } from '@/server/domain/figures';
import { fromDecimal } from '@/server/domain/figures/money';
import { type CellId, type Format, type FormatId, getCell, getFormat, leafCells, type RowVariant } from '@/server/domain/formats';
import { applicantKinds } from '@/server/domain/formats/applicant-columns';
import { buildReportDocument } from '@/server/domain/report/build-report-document';
import type { ReportDocument } from '@/server/domain/report/report-document';
import type { Notes, ReportContent, Scope, Texts } from '@/server/domain/subject';

/** A report for looking at, written as short as it can be; cells that are not named are 0. */
export interface Sample {
  name: string;
  format: FormatId;
  rowVariant: RowVariant;
  scope: Scope;
  organ: string;
  year: number;
  /** Null: a draft. */
  edition: number | null;
  /** Counts as numbers, money as printed. */
  figures: Record<CellId, number | string>;
  /** Rows of table 三, the six applicant columns. */
  requests: Record<string, readonly number[]>;
  /** Cells left open, in a draft. */
  open?: readonly CellId[];
  missingUnits?: readonly { unit: string }[];
  reportedUnits?: { n: number; m: number };
  texts: Texts;
  /** Below tables and behind figures. */
  notes?: Notes;
}

export function sampleDocument(sample: Sample): ReportDocument {
  return sampleReport(sample).document;
}

/** The document, what it was built from, and its format. */
export function sampleReport(sample: Sample): { document: ReportDocument; content: ReportContent; format: Format } {
  const format = getFormat(sample.format, sample.rowVariant);
  const figures = new Map<CellId, Figure>(leafCells(format).map((cell) => [cell.id, count(0)]));
  for (const [row, values] of Object.entries(sample.requests))
    applicantKinds.forEach((kind, index) => {
      figures.set(`s3.${row}.${kind.key}`, count(values[index] ?? 0));
    });
  for (const [id, value] of Object.entries(sample.figures))
    figures.set(id, typeof value === 'number' ? count(value) : money(format, id, value));
  for (const id of sample.open ?? []) figures.delete(id);
  const content = {
    organ: sample.organ,
    year: sample.year,
    scope: sample.scope,
    figures: withComputed(format, figures),
    texts: sample.texts,
    ...(sample.notes ? { notes: sample.notes } : {}),
  };
  const document = buildReportDocument({
    content,
    format,
    edition: sample.edition,
    contentHash: '0'.repeat(64),
    ...(sample.missingUnits ? { missingUnits: sample.missingUnits } : {}),
    ...(sample.reportedUnits ? { reportedUnits: sample.reportedUnits } : {}),
  });
  return { document, content, format };
}

function money(format: ReturnType<typeof getFormat>, id: CellId, printed: string): Figure {
  const read = fromDecimal(printed, getCell(format, id).quantity);
  if (!read) throw new Error(`${id}: ${printed} is no amount`);
  return { state: 'number', ...read };
}
