import { listAdjustments, listPeople, type Reader, type Report, type StoredAdjustment } from '@/db/store';
import { type Figure, type FigureBook, figureAt, printFigure } from '@/server/domain/figures';
import { type CellId, type Format, getCell } from '@/server/domain/formats';
import { type AdjustedFigures, addFigures, adjustFigures } from '@/server/domain/roll-up';
import type { StatedAdjustment } from '@/server/domain/subject/stated-adjustment';

export interface AdjustedReport extends AdjustedFigures {
  /** The lines that stand, the oldest first. */
  lines: readonly StoredAdjustment[];
  /** Lines that were taken back. */
  withdrawn: readonly StoredAdjustment[];
  /** Those that are in the figures, as an edition keeps them. */
  stated: readonly StatedAdjustment[];
}

/** The printed figures of a report under work: its sums and the signed lines beside them. */
export async function adjustedReport(reader: Reader, report: Report | null, format: Format, sums: FigureBook): Promise<AdjustedReport> {
  const stored = report ? await listAdjustments(reader, report.id) : [];
  const adjusted = adjustFigures(
    format,
    sums,
    stored.map((line) => ({ ...line, isWithdrawn: line.withdrawnAt !== null })),
  );
  const counted = stored.filter((line) => adjusted.counted.includes(line.id));
  const names = counted.length > 0 ? new Map((await listPeople(reader)).map((person) => [person.id, person.name])) : new Map();
  return {
    ...adjusted,
    lines: stored.filter((line) => line.withdrawnAt === null),
    withdrawn: stored.filter((line) => line.withdrawnAt !== null),
    stated: counted.map(({ cell, value, decimals, reason, writtenBy, countersignedBy }) => ({
      cell,
      value,
      decimals,
      reason,
      sum: printFigure(figureAt(sums, cell), getCell(format, cell)),
      printed: printFigure(figureAt(adjusted.figures, cell), getCell(format, cell)),
      writtenBy: names.get(writtenBy) ?? writtenBy,
      countersignedBy: names.get(countersignedBy ?? '') ?? '',
    })),
  };
}

/** What lines add to the sums, by cell. */
export function adjustedBook(lines: readonly StatedAdjustment[]): FigureBook {
  const book = new Map<CellId, Figure>();
  for (const { cell, value, decimals } of lines) {
    const change: Figure = { state: 'number', value, decimals };
    const before = book.get(cell);
    book.set(cell, before ? addFigures([before, change]) : change);
  }
  return book;
}
