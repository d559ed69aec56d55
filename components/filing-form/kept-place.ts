import { type CellId, type Format, leafCells, type SectionKey } from '@/server/domain/formats';
import { isReadOnly } from './grid/read-only';
import type { Section } from './section-tabs';
import { sectionsOf } from './store/filing-state';

/** Where somebody was in a form: kept for the time the tab lives, so that a reload and the way back lead there again. */
export interface KeptPlace {
  section: Section;
  cell: CellId | null;
  /** How far the page was scrolled, in pixels. */
  scroll: number;
}

const keyOf = (filingId: string) => `nianbao-place-${filingId}`;

export function keepPlace(filingId: string, place: KeptPlace): void {
  try {
    sessionStorage.setItem(keyOf(filingId), JSON.stringify(place));
  } catch {
    // Without storage the form opens at its beginning.
  }
}

export function keptPlace(filingId: string, format: Format): KeptPlace | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(filingId)) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('section' in kept) || !('scroll' in kept)) return null;
    const section = [...sectionsOf(format), 'text' as const].find((one) => one === kept.section);
    const cell = 'cell' in kept && typeof kept.cell === 'string' && format.cells.has(kept.cell) ? kept.cell : null;
    return section === undefined || typeof kept.scroll !== 'number' ? null : { section, cell, scroll: kept.scroll };
  } catch {
    return null;
  }
}

/** The first cell a clerk still has to fill in, of a section or of the form; where nothing is left, the first there is. */
export function firstToFill(format: Format, missing: readonly CellId[], section?: SectionKey): CellId | null {
  const typed = leafCells(format).filter((cell) => !isReadOnly(cell) && (section === undefined || cell.section === section));
  return (typed.find((cell) => missing.includes(cell.id)) ?? typed[0])?.id ?? null;
}
