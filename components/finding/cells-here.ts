import type { CellId, Format } from '@/server/domain/formats';

/** The cells of the page that stands, and the way to one of them. */
export interface CellsHere {
  format: Format;
  goTo(cell: CellId): void;
}

let here: CellsHere | null = null;

/** @returns takes the offer back, when the page goes */
export function offerCells(cells: CellsHere): () => void {
  here = cells;
  return () => {
    if (here === cells) here = null;
  };
}

export function cellsHere(): CellsHere | null {
  return here;
}
