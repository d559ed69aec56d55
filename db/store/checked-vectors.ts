import { and, eq, inArray, type SQL } from 'drizzle-orm';
import type { CellId } from '@/server/domain/formats';
import { booksOfYear } from './checked-years';
import { maxNamed } from './max-named';
import type { FigureVector } from './packed-figures';
import { type CheckedBook, readBooks } from './read-books';
import type { Reader } from './store';

/**
 * Reads the approved filings of a selection one after the other, unit by unit and quarter by quarter.
 *
 * @param visit gets one and the same array of cells for all filings that know the same, and a vector that it must not change: it is kept
 * @throws Error when a filing or a cell list is damaged
 */
export async function eachVector(
  reader: Reader,
  selection: Selection,
  visit: (book: CheckedBook, cells: readonly CellId[], vector: FigureVector) => void,
): Promise<void> {
  if ('year' in selection) {
    const { books, byUnit } = await booksOfYear(reader, selection.year);
    if (!selection.unitIds) for (const book of books) visit(book, book.cells, book.vector);
    else for (const unitId of selection.unitIds) for (const book of byUnit.get(unitId) ?? []) visit(book, book.cells, book.vector);
    return;
  }
  const { isWanted } = selection;
  for (const book of await readBooks(reader, selection)) if (!isWanted || isWanted(book.unitId)) visit(book, book.cells, book.vector);
}

interface Named {
  where: SQL | undefined;
  /** Leaves out what the condition does not. */
  isWanted?: (unitId: string) => boolean;
  /** The first so many filings. */
  limit?: number;
}

/** Some filings, which are read; or those of a year, which are kept: of all units, or of some in their order. */
export type Selection = Named | { year: number; unitIds?: ReadonlySet<string> };

/** The approved filings of some units in a year; null: of all. */
export function ofUnits({ t: { checkedBooks: table } }: Reader, year: number, unitIds: readonly string[] | null): Selection {
  if (!unitIds) return { year };
  if (unitIds.length <= maxNamed) return { where: and(eq(table.year, year), inArray(table.unitId, [...unitIds])) };
  return { year, unitIds: new Set(unitIds) };
}
