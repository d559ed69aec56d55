import { count, type FigureBook, withComputed } from '../figures';
import { type CellId, type Format, getCell } from '../formats';
import { type QuarterBooks, type QuarterSpan, rollUpYear } from './roll-up-year';

/**
 * The part of a unit's year that is known. A level whose quarter is not approved yet adds nothing, exactly as a whole-year unit
 * that has not filed adds nothing to the sum: the unit is named among the missing, and a partial whole needs a signed exception.
 */
export function knownYear(format: Format, books: QuarterBooks, span: QuarterSpan): FigureBook {
  const { figures, missingQuarters, unknown } = rollUpYear(format, books, span);
  if (missingQuarters.length > 0) for (const cell of unknown) if (isLevel(format, cell)) figures.set(cell, count(0));
  return withComputed(format, figures);
}

function isLevel(format: Format, cell: CellId): boolean {
  const { addsUp } = getCell(format, cell);
  return addsUp === 'opening' || addsUp === 'closing';
}
