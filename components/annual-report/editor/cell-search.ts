import { type Cell, type CellId, cellName, type Format } from '@/server/domain/formats';
import { askedWords, isNamedBy } from '@/server/domain/named-by';

/** A cell that a live number may show. */
export interface FoundCell {
  id: CellId;
  name: string;
}

const most = 30;

/**
 * Cells whose name holds every word of the query, by its characters or by the initials of their pinyin (`bnxs` finds 本年新收); the
 * shortest names first, which are the totals.
 */
export function searchCells(format: Format, query: string): FoundCell[] {
  const words = askedWords(query);
  const found = searchable(format).filter(({ name }) => isNamedBy(name, words));
  return found.slice(0, most);
}

const prepared = new WeakMap<Format, FoundCell[]>();

function searchable(format: Format): FoundCell[] {
  const known = prepared.get(format);
  if (known) return known;
  const cells = [...format.cells.values()].filter(({ isPrinted }: Cell) => isPrinted);
  const made = cells.map((cell) => ({ id: cell.id, name: cellName(cell) }));
  // Totals first: they are what a sentence states.
  made.sort((a, b) => Number(!/总计|合计/.test(a.name)) - Number(!/总计|合计/.test(b.name)));
  prepared.set(format, made);
  return made;
}
