import type { FigureBook } from '../figures';
import { type CellId, type Format, getCell } from '../formats';

/** Which levels of a year some unit has not filed: that of its first quarter, that of its last. */
export interface LacksLevel {
  opening: boolean;
  closing: boolean;
}

/**
 * A level is that of all units or none: the sum of some looks like a fall. Flows of some units are the part of a year that is there; a level is
 * left out, and every total it is in.
 *
 * @returns the figures that may be told, and the cells that are left out
 */
export function wholeLevels(format: Format, figures: FigureBook, lacks: LacksLevel): { figures: FigureBook; leftOut: ReadonlySet<CellId> } {
  if (!lacks.opening && !lacks.closing) return { figures, leftOut: new Set() };
  const isLacking = (id: CellId): boolean => {
    const { addsUp, terms } = getCell(format, id);
    if (terms) return terms.some(isLacking);
    return (addsUp === 'opening' && lacks.opening) || (addsUp === 'closing' && lacks.closing);
  };
  const leftOut = new Set([...format.cells.keys()].filter(isLacking));
  return { figures: new Map([...figures].filter(([id]) => !leftOut.has(id))), leftOut };
}
