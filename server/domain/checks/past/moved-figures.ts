import { type FigureBook, numberAt } from '../../figures';
import type { Cell, CellId, Format } from '../../formats';
import { comparedCells } from './known-past';
import { isFarFromOwn, usualOf } from './usual';

/** Quarters that a quarter is shown beside, complete with their totals; an empty book is one that is not known. */
export type BesideBooks = readonly FigureBook[];

/**
 * Cells of a quarter whose figure is far from each quarter it is shown beside, the most moved first. It asks nothing of anybody: where the rules know
 * enough of the past to ask, they do (`q-jump`); this shows a reviewer where to look in a unit's first year, too.
 */
export function movedFigures(format: Format, figures: FigureBook, beside: BesideBooks): CellId[] {
  return comparedCells(format)
    .flatMap((cell): { cell: CellId; by: number }[] => {
      const now = numberAt(figures, cell.id);
      const known = beside.flatMap((book) => numberAt(book, cell.id) ?? []);
      if (now === null || known.length === 0 || !known.every((then) => isFarFrom(now, then, cell))) return [];
      return [{ cell: cell.id, by: Math.min(...known.map((then) => Math.abs(Math.log((now + 1) / (then + 1))))) }];
    })
    .sort((a, b) => b.by - a.by)
    .map(({ cell }) => cell);
}

/** Far from one quarter: by more than chance and a busy quarter explain. */
export function isFarFrom(now: number, then: number, cell: Pick<Cell, 'quantity'>): boolean {
  return isFarFromOwn(now, usualOf([then], cell), cell);
}
