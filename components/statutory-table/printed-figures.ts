import { type FigureBook, figureAt, printFigure, withComputed } from '@/server/domain/figures';
import type { CellId, Format } from '@/server/domain/formats';

/** Every cell of a format as a working print shows it; computed cells are reckoned from their terms. */
export function printedFigures(format: Format, leaves: FigureBook): Record<CellId, string> {
  const book = withComputed(format, leaves);
  return Object.fromEntries([...format.cells.values()].map((cell) => [cell.id, printFigure(figureAt(book, cell.id), cell)]));
}
