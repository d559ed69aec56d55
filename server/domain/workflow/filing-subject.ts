import { type Figure, type FigureBook, withComputed } from '../figures';
import type { CellId, Format, Power } from '../formats';
import { leafCells } from '../formats';
import type { CheckSubject, PastQuarters } from '../subject';

/** What the checks need to know of a filing. */
export interface CheckedFiling {
  organ: string;
  year: number;
  quarter: number;
  powers: readonly Power[];
  format: Format;
  /** Leaves as they count (`filingBook`). */
  book: FigureBook;
  openings: FigureBook;
  /** Openings that were restated with a reason (F7): they need not follow what the period before closed with. */
  restated: ReadonlySet<CellId>;
  /** The unit's earlier quarters and units like it; null or absent where nothing is compared with them. */
  past?: PastQuarters | null;
}

export function filingSubject({ organ, year, quarter, powers, format, book, openings, restated, past }: CheckedFiling): CheckSubject {
  return {
    kind: 'filing',
    organ,
    year,
    quarter,
    scope: 'own_organ',
    format,
    figures: withComputed(format, book),
    texts: {},
    before: closingsBehind(format, openings),
    lastYear: null,
    restated,
    powers: new Set(powers),
    unitSum: null,
    missingUnits: null,
    past: past ?? null,
  };
}

/** What the period before closed with, told by the openings that follow from it. */
function closingsBehind(format: Format, openings: FigureBook): FigureBook {
  const closings = new Map<CellId, Figure>();
  for (const cell of leafCells(format)) {
    const figure = openings.get(cell.id);
    if (cell.opensFrom && figure) closings.set(cell.opensFrom, figure);
  }
  return closings;
}
