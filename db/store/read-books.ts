import { asc, inArray, type SQL } from 'drizzle-orm';
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

/** An approved filing as it was read. Nobody changes it: a year of them is kept. */
export interface ReadBook extends CheckedBook {
  /** One and the same array for all filings that know the same. */
  cells: readonly CellId[];
  vector: FigureVector;
  mark: string;
}

/** Approved filings of a condition, unit by unit and quarter by quarter. @throws Error when a filing or a cell list is damaged */
export async function readBooks(
  reader: Reader,
  { where, limit }: { where: SQL | undefined; limit?: number | undefined },
): Promise<ReadBook[]> {
  const table = reader.t.checkedBooks;
  const query = reader.db.select().from(table).where(where).orderBy(asc(table.year), asc(table.unitId), asc(table.quarter));
  const rows = await (limit === undefined ? query : query.limit(limit));
  const lists = await cellListsOf(reader, new Set(rows.map((row) => row.cellList)));
  return rows.map(({ cellList, figures, ...book }) => {
    const cells = lists.get(cellList);
    if (!cells)
      throw new Error(`cell list ${cellList} of filing ${book.filingId} is missing. Take it from a backup; nothing was added up.`);
    const vector = emptyVector(cells.length);
    unpackFigures(figures, vector, book.filingId);
    return { ...book, cells, vector };
  });
}

async function cellListsOf(reader: Reader, hashes: ReadonlySet<string>): Promise<Map<string, CellId[]>> {
  if (hashes.size === 0) return new Map();
  const { cellLists } = reader.t;
  const found = await reader.db
    .select()
    .from(cellLists)
    .where(inArray(cellLists.hash, [...hashes]));
  return new Map(found.map((row) => [row.hash, readCellList(row)]));
}
