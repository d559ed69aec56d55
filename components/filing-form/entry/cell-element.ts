import type { CellId } from '@/server/domain/formats';

/** The input of a cell, by id: where focus, marks and links lead. */
export function inputId(place: CellId): string {
  return `cell-${place}`;
}

export function inputOf(place: CellId): HTMLInputElement | HTMLTextAreaElement | null {
  const element = document.getElementById(inputId(place));
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element : null;
}

/** The cell an event came from; null when it came from elsewhere in the table. */
export function cellOf(target: EventTarget): { cell: CellId; input: HTMLInputElement } | null {
  return target instanceof HTMLInputElement && target.dataset.cell ? { cell: target.dataset.cell, input: target } : null;
}
