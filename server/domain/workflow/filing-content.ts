import type { Figure, FigureBook } from '../figures';
import { count, notApplicable } from '../figures';
import type { CellId, Format, Power, SectionKey } from '../formats';
import { leafCells } from '../formats';

/** Sections for which 本期无 may be declared (F4). */
export const declarableSections = ['3', '4'] as const satisfies readonly SectionKey[];
export type DeclarableSection = (typeof declarableSections)[number];

export interface FilingFacts {
  format: Format;
  /** What people typed. */
  stored: FigureBook;
  /** Openings carried from the previous closing, or the unit's opening balances; absent while not known. */
  openings: FigureBook;
  powers: ReadonlySet<Power>;
  declared: ReadonlySet<DeclarableSection>;
}

/**
 * What a filing says, cell by cell: what was typed, else what was carried in, else 0 where 本期无 is declared, else
 * 不适用 where the unit has no such power. Everything else is not filled. Computed cells are not in it (`withComputed`).
 */
export function filingBook({ format, stored, openings, powers, declared }: FilingFacts, cells = leafCells(format)): Map<CellId, Figure> {
  const book = new Map<CellId, Figure>();
  for (const cell of cells) {
    const figure = stored.get(cell.id);
    if (figure && figure.state !== 'not_filled') book.set(cell.id, figure);
    else if (cell.addsUp === 'opening' && openings.has(cell.id)) book.set(cell.id, openings.get(cell.id) as Figure);
    else if (declared.has(cell.section as DeclarableSection)) book.set(cell.id, count(0));
    else if (cell.power && !powers.has(cell.power)) book.set(cell.id, notApplicable);
  }
  return book;
}

/** Why 本期无 cannot be declared for a section: openings above 0, or not known; and numbers typed above 0. Empty when it can. */
export function declarationObstacles(facts: FilingFacts, section: DeclarableSection): CellId[] {
  const book = filingBook({ ...facts, declared: new Set() });
  return leafCells(facts.format)
    .filter((cell) => {
      if (cell.section !== section) return false;
      const figure = book.get(cell.id);
      if (cell.addsUp === 'opening') return figure?.state !== 'not_applicable' && !(figure?.state === 'number' && figure.value === 0);
      return figure?.state === 'unreadable' || (figure?.state === 'number' && figure.value !== 0);
    })
    .map((cell) => cell.id);
}
