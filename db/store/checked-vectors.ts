import { and, asc, eq, inArray, type SQL } from 'drizzle-orm';
import type { CellId } from '@/server/domain/formats';
import { emptyVector, type FigureVector, readCellList, unpackFigures } from './packed-figures';
import type { Reader } from './store';

export interface CheckedBook {
  filingId: string;
  unitId: string;
  year: number;
  quarter: number;
  submissionNumber: number;
}

/**
 * Reads the approved filings of a condition one after the other, unit by unit and quarter by quarter.
 *
 * @param visit gets one and the same array of cells for all filings that know the same; it must be done with the vector when it
 * returns, because the next filing is read into it
 * @throws Error when a filing or a cell list is damaged
 */
export async function eachVector(
  reader: Reader,
  { where, isWanted }: Selection,
  visit: (book: CheckedBook, cells: readonly CellId[], vector: FigureVector) => void,
): Promise<void> {
  const table = reader.t.checkedBooks;
  const rows = await reader.db.select().from(table).where(where).orderBy(asc(table.year), asc(table.unitId), asc(table.quarter));
  const lists = await cellListsOf(reader, new Set(rows.map((row) => row.cellList)));
  for (const row of rows) {
    if (isWanted && !isWanted(row.unitId)) continue;
    const list = lists.get(row.cellList);
    if (!list)
      throw new Error(`cell list ${row.cellList} of filing ${row.filingId} is missing. Take it from a backup; nothing was added up.`);
    unpackFigures(row.figures, list.vector, row.filingId);
    visit(row, list.cells, list.vector);
  }
}

async function cellListsOf(reader: Reader, hashes: ReadonlySet<string>): Promise<Map<string, { cells: CellId[]; vector: FigureVector }>> {
  if (hashes.size === 0) return new Map();
  const { cellLists } = reader.t;
  const found = await reader.db
    .select()
    .from(cellLists)
    .where(inArray(cellLists.hash, [...hashes]));
  return new Map(
    found.map((row) => {
      const cells = readCellList(row);
      return [row.hash, { cells, vector: emptyVector(cells.length) }];
    }),
  );
}

export interface Selection {
  where: SQL | undefined;
  /** Leaves out what the condition does not. */
  isWanted?: (unitId: string) => boolean;
}

/** As many units are named in a query. Of more the year is read through and the others are left out: a row of another unit costs less than a name. */
const mostNamed = 100;

export function ofUnits({ t: { checkedBooks: table } }: Reader, year: number, unitIds: readonly string[] | null): Selection {
  if (!unitIds) return { where: eq(table.year, year) };
  if (unitIds.length <= mostNamed) return { where: and(eq(table.year, year), inArray(table.unitId, [...unitIds])) };
  const wanted = new Set(unitIds);
  return { where: eq(table.year, year), isWanted: (unitId) => wanted.has(unitId) };
}
