import { type FigureBook, numberAt } from '../figures';
import { type CellId, type Format, getCell } from '../formats';

/**
 * A published total that its own published parts rule out: they are all known and give something else, or the known ones
 * alone give more. Parts are the figures at the bottom, not totals in between, which may be misprinted themselves.
 */
export function isImpossible(format: Format, published: FigureBook, total: CellId): boolean {
  const stated = numberAt(published, total);
  if (stated === null) return false;
  const parts = leavesUnder(format, total).map((leaf) => numberAt(published, leaf));
  const known = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
  return parts.includes(null) ? known > stated : known !== stated;
}

/** The cells a total is made of in the end. */
export function leavesUnder(format: Format, cell: CellId): CellId[] {
  const { terms } = getCell(format, cell);
  return terms ? terms.flatMap((term) => leavesUnder(format, term)) : [cell];
}
