import { type Figure, type FigureBook, numberAt, parseFigure } from '@/server/domain/figures';
import { type CellId, type Format, getCell } from '@/server/domain/formats';
import { compareReport, type Difference } from '@/server/domain/rehearsal';
import type { ReportDigest } from '@/server/domain/report/digest/report-digest';
import type { PictureKind } from '@/server/domain/report/export-kinds';
import { type ReadNumber, readDigest } from './read-digest';

/**
 * What a 图解 or its charts say against the report: a key figure against what was published, as in the faces; a sum that is drawn
 * against the same cells of the ledger. A number that cannot be found beside its label is a difference too.
 */
export async function compareDigest(of: {
  kind: PictureKind;
  bytes: Uint8Array;
  digest: ReportDigest;
  format: Format;
  published: FigureBook;
  ledger: FigureBook;
}): Promise<Difference[]> {
  const { format, published, ledger } = of;
  const read = await readDigest(of.kind, of.bytes, of.digest);
  const single = read.flatMap(({ cells: [cell, ...others], printed }) => (cell && others.length === 0 ? [{ cell, printed }] : []));
  return [
    ...single.flatMap(({ cell, printed }) => {
      const told = new Map(ledger).set(cell, figureOf(printed, format, cell));
      return compareReport(format, published, told, 'printed').differences.filter((difference) => difference.cell === cell);
    }),
    ...read.flatMap((number) => (number.cells.length > 1 ? sumDifference(number, ledger) : [])),
  ];
}

function figureOf(printed: string | null, format: Format, cell: CellId): Figure {
  const parsed = printed === null ? null : parseFigure(printed, getCell(format, cell));
  if (parsed?.kind === 'number') return { state: 'number', value: parsed.value, decimals: parsed.decimals };
  return printed === null ? { state: 'not_filled' } : { state: 'unreadable', raw: printed };
}

function sumDifference({ cells, printed }: ReadNumber, ledger: FigureBook): Difference[] {
  const sum = cells.reduce((all, cell) => all + (numberAt(ledger, cell) ?? Number.NaN), 0);
  return printed === String(sum) ? [] : [{ cell: cells.join('+'), published: Number.isNaN(sum) ? null : sum, ours: printed }];
}
