import { type Figure, type FigureBook, figureAt, isFilled, notFilled, setComputed } from '../figures';
import type { Cell, CellId, Format } from '../formats';
import { type Quarter, quarters } from '../periods';
import { addFigures } from './add-figures';

/** A unit's four quarters in order; null where there is no approved filing. */
export type QuarterBooks = readonly [FigureBook | null, FigureBook | null, FigureBook | null, FigureBook | null];

/** The quarters a unit exists in: a unit set up in May starts with the second, one merged away in May ends with it. */
export interface QuarterSpan {
  first: Quarter;
  last: Quarter;
}
export const wholeYear: QuarterSpan = { first: 1, last: 4 };

export interface YearRollUp {
  /** Every cell that is known, computed ones included. A cell that is absent is not known; an indicator that was asked and is not known is there as not filled. */
  figures: Map<CellId, Figure>;
  /** Quarters of the span without an approved filing. Not empty: the flows lack them and the year is partial. */
  missingQuarters: Quarter[];
  /** Cells that are not known, in table order. */
  unknown: CellId[];
}

/**
 * The year of one unit from its quarters: flows are summed, an opening is the first quarter's, a closing the last
 * quarter's, and computed cells are recomputed from their terms. Adding the quarters' 总计 of table 四 would count a case
 * twice that was pending in one quarter and decided in the next.
 *
 * While quarters are missing, flows are the sum of those at hand, and an opening or closing whose quarter is missing is not known.
 *
 * @param span the quarters the unit existed in; filings outside it are not looked at
 * @source domain rule "aggregation of every measure": 国办公开办函〔2021〕30号 asks for levels on 31 December
 */
export function rollUpYear(format: Format, books: QuarterBooks, span: QuarterSpan = wholeYear): YearRollUp {
  const needed = quarters.filter((quarter) => quarter >= span.first && quarter <= span.last);
  return rollUpQuarters(format, books, {
    needed,
    openingFrom: span.first,
    closingFrom: span.last,
  });
}

interface Plan {
  needed: readonly Quarter[];
  openingFrom: Quarter;
  /** Null when no quarter is approved yet. */
  closingFrom: Quarter | null;
}

/** The year, or the year so far, according to a plan which quarter each kind of cell is taken from. */
export function rollUpQuarters(format: Format, books: QuarterBooks, plan: Plan): YearRollUp {
  const leaves = new Map<CellId, Figure>();
  for (const cell of format.cells.values()) {
    if (cell.addsUp === 'computed') continue;
    const figure = addUpQuarters(cell, books, plan);
    if (isFilled(figure)) leaves.set(cell.id, figure);
    else if (cell.local && books.some((book) => book?.has(cell.id))) leaves.set(cell.id, notFilled);
  }
  const figures = setComputed(format, leaves);
  return {
    figures,
    missingQuarters: plan.needed.filter((quarter) => books[quarter - 1] === null),
    unknown: [...format.cells.keys()].filter((id) => !isFilled(figureAt(figures, id))),
  };
}

/** One leaf cell over the quarters of a plan. */
function addUpQuarters(cell: Cell, books: QuarterBooks, plan: Plan): Figure {
  const parts: Figure[] = [];
  for (const quarter of countedQuarters(cell, plan)) {
    const book = books[quarter - 1];
    if (book && wasAsked(cell, book)) parts.push(figureAt(book, cell.id));
    else if (cell.addsUp !== 'flow') return notFilled;
  }
  return addFigures(parts);
}

/**
 * Whether a book was asked for a cell at all: for the statutory ones always, for a local indicator when the book has it, because
 * nothing is submitted with an indicator left open. A book that has it as not filled was asked and does not know.
 */
export function wasAsked(cell: Cell, book: FigureBook): boolean {
  return cell.local === undefined || book.has(cell.id);
}

/** The quarters whose figure enters the year: all for a flow, one for a level. */
export function countedQuarters(cell: Cell, plan: Plan): readonly Quarter[] {
  switch (cell.addsUp) {
    case 'flow':
      return plan.needed;
    case 'opening':
      return [plan.openingFrom];
    case 'closing':
      return plan.closingFrom === null ? [] : [plan.closingFrom];
    case 'computed':
      return [];
    default:
      return cell.addsUp satisfies never;
  }
}
