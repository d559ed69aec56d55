import { type Figure, isFilled, printFigure } from '@/server/domain/figures';
import type { Cell } from '@/server/domain/formats';

/** The figure as printed, or the word for one that is not known. */
export function printKnown(figure: Figure, cell: Cell, unknown: string): string {
  return isFilled(figure) ? printFigure(figure, cell) : unknown;
}
