import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { Figure } from '@/server/domain/figures';
import type { CellId } from '@/server/domain/formats';
import { eachVector } from './checked-vectors';
import { figureIn } from './packed-figures';
import type { Reader } from './store';

export interface PastBook {
  year: number;
  quarter: number;
  figures: ReadonlyMap<CellId, Figure>;
}

/**
 * The approved quarters of a unit just before a quarter, the oldest first.
 *
 * @param max how many quarters back
 */
export async function listPastBooks(
  reader: Reader,
  { unitId, year, quarter }: { unitId: string; year: number; quarter: number },
  max: number,
): Promise<PastBook[]> {
  const table = reader.t.checkedBooks;
  const index = sql`${table.year} * 4 + ${table.quarter}`;
  const now = year * 4 + quarter;
  const books: PastBook[] = [];
  const where = and(eq(table.unitId, unitId), sql`${index} < ${now}`, sql`${index} >= ${now - max}`);
  await eachVector(reader, { where }, (book, cells, vector) => {
    books.push({ ...pick(book), figures: new Map(cells.map((cell, place) => [cell, figureIn(vector, place)])) });
  });
  return books;
}

/**
 * The same approved quarter of other units of the unit's kind that have not closed.
 *
 * @param max at most so many units: the middle of some dozens is that of all
 */
export async function listPeerBooks(
  reader: Reader,
  { unitId, year, quarter }: { unitId: string; year: number; quarter: number },
  max: number,
): Promise<PastBook[]> {
  const { checkedBooks: table, units } = reader.t;
  const kind = reader.db.select({ kind: units.kind }).from(units).where(eq(units.id, unitId));
  const alike = reader.db
    .select({ id: units.id })
    .from(units)
    .where(and(inArray(units.kind, kind), ne(units.id, unitId), isNull(units.closesOn)));
  const books: PastBook[] = [];
  const where = and(eq(table.year, year), eq(table.quarter, quarter), inArray(table.unitId, alike));
  await eachVector(reader, { where, limit: max }, (book, cells, vector) => {
    books.push({ ...pick(book), figures: new Map(cells.map((cell, place) => [cell, figureIn(vector, place)])) });
  });
  return books;
}

function pick({ year, quarter }: { year: number; quarter: number }) {
  return { year, quarter };
}
