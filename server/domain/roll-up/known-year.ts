import { count, type Figure, figureAt, isFilled, setComputed } from '../figures';
import { type CellId, type Format, leafCells } from '../formats';
import { quarters } from '../periods';
import { countedQuarters, type QuarterBooks, type QuarterSpan, rollUpYear } from './roll-up-year';

/**
 * The part of a unit's year that is known. A level whose quarter is not approved yet adds nothing, exactly as a whole-year unit
 * that has not filed adds nothing to the sum: the unit is named among the missing, and a partial whole needs a signed exception.
 */
export function knownYear(
  format: Format,
  books: QuarterBooks,
  span: QuarterSpan,
  waiting: ReadonlySet<CellId> = waitingLevels(format, books, span),
): Map<CellId, Figure> {
  const figures = rollUpYear(format, books, span).figures;
  for (const cell of waiting) if (!isFilled(figureAt(figures, cell))) figures.set(cell, count(0));
  return waiting.size > 0 ? setComputed(format, figures) : figures;
}

/**
 * Openings and closings whose quarter has no approved filing. A level that an approved quarter does not tell is not among them, nor
 * are indicators: those are not known until every unit that was asked has said them.
 */
export function waitingLevels(format: Format, books: QuarterBooks, span: QuarterSpan): Set<CellId> {
  const needed = quarters.filter((quarter) => quarter >= span.first && quarter <= span.last);
  const plan = { needed, openingFrom: span.first, closingFrom: span.last };
  const levels = leafCells(format).filter(({ addsUp, local }) => !local && (addsUp === 'opening' || addsUp === 'closing'));
  return new Set(levels.filter((cell) => countedQuarters(cell, plan).every((quarter) => books[quarter - 1] === null)).map(({ id }) => id));
}
