import type { CellId } from '@/server/domain/formats';

export function cellElementId(cell: CellId): string {
  return `cell-${cell}`;
}

/** Brings a figure of a statutory table into view and gives it the focus when it can have one. */
export function showCell(cell: CellId): void {
  const place = document.getElementById(cellElementId(cell));
  place?.scrollIntoView({ block: 'center' });
  place?.querySelector<HTMLElement>('button, a')?.focus({ preventScroll: true });
}
