import type { CellId } from '@/server/domain/formats';

/** Of a figure that is only read; one that can be clicked is found by its `data-cell`. */
export function cellElementId(cell: CellId): string {
  return `cell-${cell}`;
}

/** Brings a figure of a statutory table into view and gives it the focus when it can have one. */
export function showCell(cell: CellId): void {
  const way = document.querySelector<HTMLElement>(`td > :is(button, a)[data-cell="${cell}"]`);
  (way?.parentElement ?? document.getElementById(cellElementId(cell)))?.scrollIntoView({ block: 'center' });
  way?.focus({ preventScroll: true });
}
