import type { CellId } from '@/server/domain/formats';
import { findParagraph } from '@/server/domain/workflow';

/** The input of a cell, by id: where focus, marks and links lead. */
export function inputId(place: CellId): string {
  return `cell-${place}`;
}

export function inputOf(place: CellId): HTMLInputElement | HTMLTextAreaElement | null {
  const element = document.getElementById(inputId(place));
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element : null;
}

/** Brings a place into sight, in the middle of the window; one that is seen already stays where it is, and so does what stands above it. */
export function bringIntoSight(input: HTMLElement): void {
  const { top, bottom } = input.getBoundingClientRect();
  const { scrollMarginTop, scrollMarginBottom } = getComputedStyle(input);
  const isSeen = top >= Number.parseFloat(scrollMarginTop) && bottom <= window.innerHeight - Number.parseFloat(scrollMarginBottom);
  if (!isSeen) input.scrollIntoView({ block: 'center' });
}

/** The cell an event came from; null when it came from elsewhere in the table. */
export function cellOf(target: EventTarget | null): { cell: CellId; input: HTMLInputElement } | null {
  return target instanceof HTMLInputElement && target.dataset.cell ? { cell: target.dataset.cell, input: target } : null;
}

/** Selects the paragraph that once read so, and brings it into sight; when it is gone, nothing is selected. */
export function selectParagraph(area: HTMLTextAreaElement, words: string): void {
  const found = findParagraph(words, area.value);
  if (!found) return;
  area.setSelectionRange(found.start, found.end);
  area.scrollTop = (area.scrollHeight * found.start) / Math.max(area.value.length, 1) - area.clientHeight / 3;
}
