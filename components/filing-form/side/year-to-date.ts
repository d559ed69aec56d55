import type { Figure, FigureBook } from '@/server/domain/figures';
import type { CellId, Format } from '@/server/domain/formats';
import type { Quarter } from '@/server/domain/periods';
import { type QuarterBooks, withTakenOver, yearToDate } from '@/server/domain/roll-up';
import type { YearSoFar } from '@/server/queries/cell-history';

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

export interface ReckonedFrom {
  quarter: Quarter;
  /** The approved quarters of the year before this one. */
  before: YearSoFar['thisYear'];
  /** Every figure on the screen. */
  now: FigureBook;
  ofUnit: YearSoFar['ofUnit'];
}

/**
 * 本年累计 as the roll-up reckons it: the approved quarters before, this one as it stands on the screen once the cell is filled, and
 * in an opening what was taken over from closed units in a quarter that is in. Each cell costs a look: the year is rolled up once with
 * this quarter and once without.
 */
export function yearToDateOf(format: Format, { quarter, before, now, ofUnit }: ReckonedFrom): (cell: CellId) => CellYearToDate {
  const { span, unitId, takenOver } = ofUnit;
  const reckon = (hasThis: boolean): ((cell: CellId) => CellYearToDate) => {
    const bookOf = (one: Quarter): FigureBook | null => {
      if (one === quarter) return hasThis ? now : null;
      const approved = before.find((past) => past.quarter === one);
      return approved ? new Map(Object.entries(approved.figures)) : null;
    };
    const books: QuarterBooks = [bookOf(1), bookOf(2), bookOf(3), bookOf(4)];
    const known = yearToDate(format, books, quarter, span);
    const handed = takenOver.filter((transfer) => books[transfer.quarter - 1]);
    const figures = handed.length > 0 ? withTakenOver(format, known.figures, { unit: unitId, span }, handed) : known.figures;
    const approved = before.map((past) => past.quarter);
    const missing = known.missingQuarters.filter((one) => one !== quarter);
    return (cell) => ({ figure: figures.get(cell) ?? null, approved, missing, hasThis });
  };
  const kept = new Map<boolean, (cell: CellId) => CellYearToDate>();
  return (cell) => {
    const state = now.get(cell)?.state ?? 'not_filled';
    const hasThis = state === 'number' || state === 'not_applicable';
    const of = kept.get(hasThis) ?? reckon(hasThis);
    kept.set(hasThis, of);
    return of(cell);
  };
}

export function cellYearToDate(format: Format, cell: CellId, from: ReckonedFrom): CellYearToDate {
  return yearToDateOf(format, from)(cell);
}
