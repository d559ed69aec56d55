import type { Figure, FigureBook } from '@/server/domain/figures';
import type { CellId, Format } from '@/server/domain/formats';
import type { Quarter } from '@/server/domain/periods';
import { type QuarterBooks, withTakenOver, yearToDate } from '@/server/domain/roll-up';
import type { CellHistory } from '@/server/queries/cell-history';

export interface CellYearToDate {
  /** Null: not known, because a quarter it needs is not there. */
  figure: Figure | null;
  /** Approved quarters that are in. */
  approved: readonly number[];
  /** Earlier quarters that are not approved and so not in. */
  missing: readonly number[];
  /** Whether what stands on the screen for this quarter is in. */
  hasThis: boolean;
}

/**
 * 本年累计 of one cell as the roll-up reckons it: the approved quarters before, this one as it stands on the screen once the cell is
 * filled, and in an opening what was taken over from closed units in a quarter that is in.
 */
export function cellYearToDate(
  format: Format,
  cell: CellId,
  { quarter, before, now, ofUnit }: { quarter: Quarter; before: CellHistory['thisYear']; now: FigureBook; ofUnit: CellHistory['ofUnit'] },
): CellYearToDate {
  const state = now.get(cell)?.state ?? 'not_filled';
  const hasThis = state === 'number' || state === 'not_applicable';
  const bookOf = (one: Quarter): FigureBook | null => {
    if (one === quarter) return hasThis ? now : null;
    const approved = before.find((past) => past.quarter === one);
    return approved ? new Map(Object.entries(approved.figures)) : null;
  };
  const books: QuarterBooks = [bookOf(1), bookOf(2), bookOf(3), bookOf(4)];
  const { span, unitId, takenOver } = ofUnit;
  const known = yearToDate(format, books, quarter, span);
  const { missingQuarters } = known;
  const handed = takenOver.filter((transfer) => books[transfer.quarter - 1]);
  const figures = handed.length > 0 ? withTakenOver(format, known.figures, { unit: unitId, span }, handed) : known.figures;
  return {
    figure: figures.get(cell) ?? null,
    approved: before.map((past) => past.quarter),
    missing: missingQuarters.filter((one) => one !== quarter),
    hasThis,
  };
}
