import { and, asc, eq, exists, inArray, isNull, sql } from 'drizzle-orm';
import type { Figure } from '@/server/domain/figures';
import type { CellId } from '@/server/domain/formats';
import type { UnitKind } from '@/server/domain/units';
import { byOwner } from './by-owner';
import { eachVector } from './checked-vectors';
import { maxNamed } from './max-named';
import { type FigureVector, figureIn } from './packed-figures';
import type { Reader } from './store';

export interface PastBook {
  year: number;
  quarter: number;
  figures: ReadonlyMap<CellId, Figure>;
}

interface Asked {
  unitIds: readonly string[];
  year: number;
  quarter: number;
}

/**
 * The approved quarters of some units just before a quarter, by unit, the oldest first.
 *
 * @param max how many quarters back
 */
export async function listPastBooks(reader: Reader, { unitIds, year, quarter }: Asked, max: number): Promise<Map<string, PastBook[]>> {
  const table = reader.t.checkedBooks;
  const index = sql`${table.year} * 4 + ${table.quarter}`;
  const now = year * 4 + quarter;
  const books = new Map<string, PastBook[]>();
  const wanted = new Set(unitIds);
  const isNamed = unitIds.length > maxNamed ? [] : [inArray(table.unitId, [...unitIds])];
  // The years are named because the ledger lies by year and unit: without them it is read from its beginning to its end.
  const where = and(inArray(table.year, yearsBack(year, max)), ...isNamed, sql`${index} < ${now}`, sql`${index} >= ${now - max}`);
  await eachVector(reader, { where, isWanted: (unitId) => wanted.has(unitId) }, (book, cells, vector) => {
    const own = books.get(book.unitId) ?? [];
    own.push({ ...pick(book), figures: bookOf(cells, vector) });
    books.set(book.unitId, own);
  });
  return books;
}

/**
 * The same approved quarter of other units of each unit's kind that have not closed, by unit.
 *
 * @param max at most so many units: the middle of some dozens is that of all
 */
export async function listPeerBooks(
  reader: Reader,
  { unitIds, year, quarter }: Asked,
  max: number,
): Promise<Map<string, readonly PastBook[]>> {
  if (unitIds.length === 0) return new Map();
  const { checkedBooks: table, units } = reader.t;
  const rows = await reader.db
    .select({ id: units.id, kind: units.kind })
    .from(units)
    .where(inArray(units.id, [...unitIds]));
  const byKind = byOwner(
    rows,
    (row) => row.kind,
    (row) => row.id,
  );
  const peers = new Map<string, readonly PastBook[]>();
  for (const [kind, asked] of byKind) {
    // Asked of each book until there are enough, so that nobody goes through all the units there are.
    const isAlike = exists(
      reader.db
        .select({ id: units.id })
        .from(units)
        .where(and(eq(units.id, table.unitId), eq(units.kind, kind), isNull(units.closesOn))),
    );
    const first: (PastBook & { unitId: string })[] = [];
    const where = and(eq(table.year, year), eq(table.quarter, quarter), isAlike);
    // One more than are wanted: a unit is not its own peer.
    await eachVector(reader, { where, limit: max + 1 }, (book, cells, vector) => {
      first.push({ unitId: book.unitId, ...pick(book), figures: bookOf(cells, vector) });
    });
    const others = first.slice(0, max);
    const isAmong = new Set(first.map((book) => book.unitId));
    for (const id of asked) peers.set(id, isAmong.has(id) ? first.filter((book) => book.unitId !== id).slice(0, max) : others);
  }
  return peers;
}

/** A quarter that is in the ledger, by the hash of what was approved; without its figures. */
export interface BookHead {
  unitId: string;
  kind: UnitKind;
  /** Units that have closed are nobody's peers. */
  isClosed: boolean;
  year: number;
  quarter: number;
  hash: string;
}

/** What `listPastBooks` and `listPeerBooks` read for any quarter of some years, by unit: while this is the same, so is what they give. */
export async function listBookHeads(reader: Reader, years: readonly number[], max: number): Promise<Map<string, BookHead[]>> {
  if (years.length === 0) return new Map();
  const { checkedBooks: table, submissions, units } = reader.t;
  const rows = await reader.db
    .select({
      unitId: table.unitId,
      kind: units.kind,
      closesOn: units.closesOn,
      year: table.year,
      quarter: table.quarter,
      hash: submissions.hash,
    })
    .from(table)
    .innerJoin(units, eq(units.id, table.unitId))
    .innerJoin(submissions, and(eq(submissions.filingId, table.filingId), eq(submissions.number, table.submissionNumber)))
    .where(inArray(table.year, [...new Set(years.flatMap((year) => yearsBack(year, max)))]))
    .orderBy(asc(table.year), asc(table.unitId), asc(table.quarter));
  return byOwner(
    rows,
    (row) => row.unitId,
    ({ closesOn, ...row }) => ({ ...row, isClosed: closesOn !== null }),
  );
}

function bookOf(cells: readonly CellId[], vector: FigureVector): PastBook['figures'] {
  return new Map(cells.map((cell, place) => [cell, figureIn(vector, place)]));
}

function yearsBack(year: number, quarters: number): number[] {
  return Array.from({ length: Math.ceil(quarters / 4) + 1 }, (_, index) => year - index);
}

function pick({ year, quarter }: { year: number; quarter: number }) {
  return { year, quarter };
}
