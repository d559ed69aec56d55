import type { Format } from '../formats';
import { type Quarter, quarters } from '../periods';
import { type QuarterBooks, type QuarterSpan, rollUpQuarters, wholeYear, type YearRollUp } from './roll-up-year';

export interface YearToDate extends YearRollUp {
  /** The quarter the closings are taken from: the latest at hand. Null while there is none. */
  closingFrom: Quarter | null;
}

/**
 * 本年累计: the flows of the quarters up to `through`, the opening of the first, and the closing of the latest of them that is
 * at hand. Missing quarters up to `through` are named.
 */
export function yearToDate(format: Format, books: QuarterBooks, through: Quarter, span: QuarterSpan = wholeYear): YearToDate {
  const needed = quarters.filter((quarter) => quarter >= span.first && quarter <= Math.min(through, span.last));
  const closingFrom = needed.findLast((quarter) => books[quarter - 1] !== null) ?? null;
  return { ...rollUpQuarters(format, books, { needed, openingFrom: span.first, closingFrom }), closingFrom };
}
