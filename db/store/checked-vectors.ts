import { and, asc, eq, inArray, type SQL } from 'drizzle-orm';
import type { CellId } from '@/server/domain/formats';
import { maxNamed } from './max-named';
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
 * @param visit gets one and the same array of cells for all filings that know the same, and a vector that it must not change: it is kept
 * @throws Error when a filing or a cell list is damaged
 */
export async function eachVector(
  reader: Reader,
  { where, isWanted, limit }: Selection,
  visit: (book: CheckedBook, cells: readonly CellId[], vector: FigureVector) => void,
): Promise<void> {
  const table = reader.t.checkedBooks;
  const query = reader.db.select().from(table).where(where).orderBy(asc(table.year), asc(table.unitId), asc(table.quarter));
  const rows = await (limit === undefined ? query : query.limit(limit));
  const lists = await cellListsOf(reader, new Set(rows.map((row) => row.cellList)));
  for (const row of rows) {
    if (isWanted && !isWanted(row.unitId)) continue;
    const list = lists.get(row.cellList);
    if (!list)
      throw new Error(`cell list ${row.cellList} of filing ${row.filingId} is missing. Take it from a backup; nothing was added up.`);
    visit(row, list, vectorOf(row, list.length));
  }
}

/** Vectors of so many filings are kept, two years of a city: some 35 MB. Where more are asked for, each is read anew as if there were none. */
const maxKept = 8_000;
const kept = new Map<string, { figures: string; vector: FigureVector }>();

/**
 * The vector of a filing, the one of last time while its text is the same to the last character: taking texts apart is half of a
 * roll-up, and whoever traces a figure has just looked at the report.
 */
function vectorOf({ filingId, figures }: { filingId: string; figures: string }, length: number): FigureVector {
  const before = kept.get(filingId);
  if (before && before.figures === figures && before.vector.values.length === length) return before.vector;
  const vector = emptyVector(length);
  unpackFigures(figures, vector, filingId);
  const oldest = kept.size >= maxKept ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  kept.set(filingId, { figures, vector });
  return vector;
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

export interface Selection {
  where: SQL | undefined;
  /** Leaves out what the condition does not. */
  isWanted?: (unitId: string) => boolean;
  /** The first so many filings. */
  limit?: number;
}

/** The approved filings of some units in a year; null: of all. */
export function ofUnits({ t: { checkedBooks: table } }: Reader, year: number, unitIds: readonly string[] | null): Selection {
  if (!unitIds) return { where: eq(table.year, year) };
  if (unitIds.length <= maxNamed) return { where: and(eq(table.year, year), inArray(table.unitId, [...unitIds])) };
  const wanted = new Set(unitIds);
  return { where: eq(table.year, year), isWanted: (unitId) => wanted.has(unitId) };
}
