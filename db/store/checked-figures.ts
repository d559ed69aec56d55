import { and, asc, eq, inArray, notInArray, sql } from 'drizzle-orm';
import type { Figure, FigureBook } from '@/server/domain/figures';
import type { CellId } from '@/server/domain/formats';
import { isReal } from './filings';
import type { Reader, Tx } from './store';

type Row = Tx['t']['checkedFigures']['$inferInsert'];

/** Rows of one INSERT: SQLite takes 32 766 parameters, PostgreSQL 65 535. */
const rowsPerInsert = 500;

/**
 * Takes the figures of an approved submission into the ledger that is rolled up, in place of those of an earlier one.
 *
 * @param figures leaves only; not filled and unreadable ones do not pass a submit
 */
export async function replaceCheckedFigures(
  tx: Tx,
  of: { filingId: string; unitId: string; year: number; quarter: number; submissionNumber: number },
  figures: FigureBook,
): Promise<void> {
  await removeCheckedFigures(tx, of.filingId);
  const rows = [...figures].flatMap(([cell, figure]): Row[] => {
    if (figure.state === 'number') return [{ ...of, cell, isApplicable: true, value: figure.value, decimals: figure.decimals }];
    return figure.state === 'not_applicable' ? [{ ...of, cell, isApplicable: false, value: 0, decimals: 0 }] : [];
  });
  for (let start = 0; start < rows.length; start += rowsPerInsert)
    await tx.db.insert(tx.t.checkedFigures).values(rows.slice(start, start + rowsPerInsert));
}

export async function removeCheckedFigures(tx: Tx, filingId: string): Promise<void> {
  await tx.db.delete(tx.t.checkedFigures).where(eq(tx.t.checkedFigures.filingId, filingId));
}

/** Approved figures of one unit, by quarter; a quarter that is not approved is absent. */
export async function checkedBooksOf(reader: Reader, unitId: string, year: number): Promise<Map<number, Map<CellId, Figure>>> {
  const { db, t } = reader;
  const rows = await db
    .select()
    .from(t.checkedFigures)
    .where(ofFilingsOf(reader, year, [unitId]));
  const books = new Map<number, Map<CellId, Figure>>();
  for (const row of rows) bookOf(books, row.quarter).set(row.cell, toCheckedFigure(row.isApplicable, row.value, row.decimals));
  return books;
}

/**
 * Approved figures of many units, summed by quarter: the SQL twin of adding up their books one by one. A cell that one of
 * the quarter's filings does not know is absent: the sum of the others would be smaller and look like the whole.
 *
 * @param unitIds null: every unit there is
 * @param cells null: every cell. Else one of them must be known to every approved filing: what the others lack is told by it
 */
export async function sumCheckedFigures(
  reader: Reader,
  year: number,
  unitIds: readonly string[] | null,
  cells: readonly CellId[] | null = null,
): Promise<Map<number, Map<CellId, Figure>>> {
  const { db, t } = reader;
  const table = t.checkedFigures;
  const rows = await db
    .select({
      cell: table.cell,
      quarter: table.quarter,
      value: sql<number>`sum(${table.value})`.mapWith(Number),
      decimals: sql<number>`max(${table.decimals})`.mapWith(Number),
      applicable: sql<number>`sum(case when ${table.isApplicable} then 1 else 0 end)`.mapWith(Number),
      filings: sql<number>`count(*)`.mapWith(Number),
    })
    .from(table)
    .where(and(await ofUnits(reader, year, unitIds), ...(cells ? [inArray(table.cell, [...cells])] : [])))
    .groupBy(table.cell, table.quarter);
  const books = new Map<number, Map<CellId, Figure>>();
  const filed = filingsByQuarter(rows);
  for (const row of rows)
    if (row.filings === filed.get(row.quarter))
      bookOf(books, row.quarter).set(row.cell, toCheckedFigure(row.applicable > 0, row.value, row.decimals));
  return books;
}

/** Every approved filing knows the printed cells, so the cell that most filings know tells how many there are. */
function filingsByQuarter(rows: readonly { quarter: number; filings: number }[]): Map<number, number> {
  const filed = new Map<number, number>();
  for (const { quarter, filings } of rows) filed.set(quarter, Math.max(filed.get(quarter) ?? 0, filings));
  return filed;
}

export interface CheckedFigure {
  unitId: string;
  quarter: number;
  cell: CellId;
  figure: Figure;
  filingId: string;
  submissionNumber: number;
}

/** The approved figures of some cells, unit by unit and quarter by quarter: what stands behind an annual cell. */
export async function listCheckedFigures(
  reader: Reader,
  year: number,
  cells: readonly CellId[],
  unitIds: readonly string[],
): Promise<CheckedFigure[]> {
  const { db, t } = reader;
  const table = t.checkedFigures;
  // Naming many units costs more than reading the others too.
  const wanted = unitIds.length > fewNamed ? new Set(unitIds) : null;
  const found = await db
    .select()
    .from(table)
    .where(and(eq(table.year, year), inArray(table.cell, [...cells]), ...(wanted ? [] : [inArray(table.unitId, [...unitIds])])))
    .orderBy(asc(table.unitId), asc(table.quarter));
  const rows = wanted ? found.filter((row) => wanted.has(row.unitId)) : found;
  return rows.map((row) => ({ ...row, figure: toCheckedFigure(row.isApplicable, row.value, row.decimals) }));
}

export interface UnitSum {
  unitId: string;
  quarter: number;
  value: number;
  /** How many of the cells the quarter knows. */
  known: number;
}

/** The sum of some approved cells of each unit, quarter by quarter, whatever units there are. In no order. */
export async function sumByUnit(reader: Reader, year: number, cells: readonly CellId[]): Promise<UnitSum[]> {
  const table = reader.t.checkedFigures;
  return reader.db
    .select({
      unitId: table.unitId,
      quarter: table.quarter,
      value: sql<number>`sum(${table.value})`.mapWith(Number),
      known: sql<number>`count(*)`.mapWith(Number),
    })
    .from(table)
    .where(and(eq(table.year, year), inArray(table.cell, [...cells])))
    .groupBy(table.unitId, table.quarter);
}

/** As many units are named in a query; of more, the others are left out afterwards. */
const fewNamed = 100;

/** Below this part of the units of a year, their filings are looked up one by one; above it, the year is read through once. */
const fewUnits = 1 / 10;

/**
 * The rows of some units of a year, the way that is fast for so many. For most of the units the others are left out: naming a
 * thousand units costs as much as summing their figures.
 */
async function ofUnits(reader: Reader, year: number, unitIds: readonly string[] | null) {
  const table = reader.t.checkedFigures;
  if (!unitIds) return eq(table.year, year);
  const { filings } = reader.t;
  const filers = await reader.db
    .selectDistinct({ unitId: filings.unitId })
    .from(filings)
    .where(and(isReal(reader), eq(filings.year, year)));
  if (unitIds.length < filers.length * fewUnits) return ofFilingsOf(reader, year, unitIds);
  const wanted = new Set(unitIds);
  const others = filers.map((filer) => filer.unitId).filter((unitId) => !wanted.has(unitId));
  return and(eq(table.year, year), ...(others.length > 0 ? [notInArray(table.unitId, others)] : []));
}

function ofFilingsOf(reader: Reader, year: number, unitIds: readonly string[]) {
  const { db, t } = reader;
  const { filings } = t;
  const ids = db
    .select({ id: filings.id })
    .from(filings)
    .where(and(isReal(reader), eq(filings.year, year), inArray(filings.unitId, [...unitIds])));
  return inArray(t.checkedFigures.filingId, ids);
}

function bookOf(books: Map<number, Map<CellId, Figure>>, quarter: number): Map<CellId, Figure> {
  let book = books.get(quarter);
  if (!book) {
    book = new Map();
    books.set(quarter, book);
  }
  return book;
}

export function toCheckedFigure(isApplicable: boolean, value: number, decimals: number): Figure {
  return isApplicable ? { state: 'number', value, decimals } : { state: 'not_applicable' };
}
