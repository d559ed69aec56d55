import { and, eq, inArray } from 'drizzle-orm';
import type { Figure, FigureBook } from '@/server/domain/figures';
import type { CellId } from '@/server/domain/formats';
import { addFigures } from '@/server/domain/roll-up/add-figures';
import { eachVector, ofUnits } from './checked-vectors';
import { markYears, newMark } from './checked-years';
import { addVector, emptySum, type FigureVector, figureIn, packFigures } from './packed-figures';
import type { Reader, Tx } from './store';

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
  const { cellList, cells, figures: packed } = packFigures(figures);
  await tx.db.insert(tx.t.cellLists).values({ hash: cellList, cells }).onConflictDoNothing();
  await tx.db.insert(tx.t.checkedBooks).values({ ...of, cellList, figures: packed, mark: newMark() });
  await markYears(tx, eq(tx.t.years.year, of.year));
}

export async function removeCheckedFigures(tx: Tx, filingId: string): Promise<void> {
  const { checkedBooks, years } = tx.t;
  const isOfFiling = eq(checkedBooks.filingId, filingId);
  await markYears(tx, inArray(years.year, tx.db.select({ year: checkedBooks.year }).from(checkedBooks).where(isOfFiling)));
  await tx.db.delete(checkedBooks).where(isOfFiling);
}

/** Approved figures of one unit, by quarter; a quarter that is not approved is absent. */
export async function checkedBooksOf(reader: Reader, unitId: string, year: number): Promise<Map<number, Map<CellId, Figure>>> {
  return (await checkedBooksOfUnits(reader, [unitId], year)).get(unitId) ?? new Map();
}

/** The same of some units, by unit. One without an approved quarter is absent. */
export async function checkedBooksOfUnits(
  reader: Reader,
  unitIds: readonly string[],
  year: number,
): Promise<Map<string, Map<number, Map<CellId, Figure>>>> {
  const units = new Map<string, Map<number, Map<CellId, Figure>>>();
  if (unitIds.length === 0) return units;
  await eachVector(reader, ofUnits(reader, year, unitIds), ({ unitId, quarter }, cells, vector) => {
    const books = entryOf(units, unitId, () => new Map<number, Map<CellId, Figure>>());
    books.set(quarter, new Map(cells.map((cell, place) => [cell, figureIn(vector, place)])));
  });
  return units;
}

/**
 * Approved figures of many units, summed by quarter: the fast twin of adding up their books one by one. A cell that one of
 * the quarter's filings does not know is absent: the sum of the others would be smaller and look like the whole.
 *
 * @param unitIds null: every unit there is
 * @param wanted null: every cell
 */
export async function sumCheckedFigures(
  reader: Reader,
  year: number,
  unitIds: readonly string[] | null,
  wanted: readonly CellId[] | null = null,
): Promise<Map<number, Map<CellId, Figure>>> {
  const sums = new Map<number, Map<readonly CellId[], { filings: number; sum: FigureVector }>>();
  await eachVector(reader, ofUnits(reader, year, unitIds), ({ quarter }, cells, vector) => {
    const byList = entryOf(sums, quarter, () => new Map<readonly CellId[], { filings: number; sum: FigureVector }>());
    const ofList = entryOf(byList, cells, () => ({ filings: 0, sum: emptySum(cells.length) }));
    addVector(ofList.sum, vector);
    ofList.filings += 1;
  });
  const isWanted = wanted && new Set(wanted);
  const books = new Map<number, Map<CellId, Figure>>();
  for (const [quarter, byList] of sums) {
    const known = new Map<CellId, { filings: number; parts: Figure[] }>();
    let filed = 0;
    for (const [cells, { filings, sum }] of byList) {
      filed += filings;
      for (const [place, cell] of cells.entries()) {
        if (isWanted && !isWanted.has(cell)) continue;
        const ofCell = entryOf(known, cell, () => ({ filings: 0, parts: [] as Figure[] }));
        ofCell.filings += filings;
        ofCell.parts.push(figureIn(sum, place));
      }
    }
    const book = new Map<CellId, Figure>();
    for (const [cell, { filings, parts }] of known) if (filings === filed) book.set(cell, addFigures(parts));
    books.set(quarter, book);
  }
  return books;
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
  return (await readCheckedCells(reader, year, cells, unitIds)).figures;
}

/** The figures of `listCheckedFigures` with the sums of `sumCheckedFigures`, for whoever wants both of the same cells. */
export async function readCheckedCells(
  reader: Reader,
  year: number,
  cells: readonly CellId[],
  unitIds: readonly string[],
): Promise<{ figures: CheckedFigure[]; sumOf: (someUnitIds: readonly string[]) => Map<number, Map<CellId, Figure>> }> {
  const placesIn = placesOf(cells);
  const figures: CheckedFigure[] = [];
  const filed = new Map<number, string[]>();
  await eachVector(reader, ofUnits(reader, year, unitIds), ({ unitId, quarter, filingId, submissionNumber }, list, vector) => {
    entryOf(filed, quarter, () => [] as string[]).push(unitId);
    for (const { cell, place } of placesIn(list))
      figures.push({ unitId, quarter, cell, figure: figureIn(vector, place), filingId, submissionNumber });
  });
  return { figures, sumOf: (someUnitIds) => sumOfFigures(figures, filed, new Set(someUnitIds)) };
}

function sumOfFigures(
  figures: readonly CheckedFigure[],
  filed: ReadonlyMap<number, readonly string[]>,
  units: ReadonlySet<string>,
): Map<number, Map<CellId, Figure>> {
  const parts = new Map<number, { filings: number; byCell: Map<CellId, Figure[]> }>();
  for (const [quarter, unitIds] of filed) {
    const filings = unitIds.filter((unitId) => units.has(unitId)).length;
    if (filings > 0) parts.set(quarter, { filings, byCell: new Map() });
  }
  for (const { unitId, quarter, cell, figure } of figures)
    if (units.has(unitId)) entryOf(parts.get(quarter)?.byCell ?? new Map<CellId, Figure[]>(), cell, () => []).push(figure);
  return new Map(
    [...parts].map(([quarter, { filings, byCell }]) => [
      quarter,
      new Map([...byCell].flatMap(([cell, all]) => (all.length === filings ? [[cell, addFigures(all)] as const] : []))),
    ]),
  );
}

export interface UnitSum {
  unitId: string;
  quarter: number;
  value: number;
  /** How many of the cells the quarter knows. */
  known: number;
}

/** The sum of some approved cells of each unit, quarter by quarter, whatever units there are. A quarter that knows none of them is absent. */
export async function sumByUnit(reader: Reader, year: number, cells: readonly CellId[]): Promise<UnitSum[]> {
  const placesIn = placesOf(cells);
  const sums: UnitSum[] = [];
  await eachVector(reader, ofUnits(reader, year, null), ({ unitId, quarter }, list, { values }) => {
    const places = placesIn(list);
    const value = places.reduce((sum, { place }) => sum + (values[place] ?? 0), 0);
    if (places.length > 0) sums.push({ unitId, quarter, value, known: places.length });
  });
  return sums;
}

export interface PastCheckedFigure {
  year: number;
  quarter: number;
  cell: CellId;
  figure: Figure;
}

/** The approved figures of some cells of one unit in some years. */
export async function listCheckedOfYears(
  reader: Reader,
  unitId: string,
  years: readonly number[],
  cells: readonly CellId[],
): Promise<PastCheckedFigure[]> {
  const table = reader.t.checkedBooks;
  const placesIn = placesOf(cells);
  const found: PastCheckedFigure[] = [];
  await eachVector(reader, { where: and(inArray(table.year, [...years]), eq(table.unitId, unitId)) }, ({ year, quarter }, list, vector) => {
    for (const { cell, place } of placesIn(list)) found.push({ year, quarter, cell, figure: figureIn(vector, place) });
  });
  return found;
}

/** Where some cells stand in a list, looked up once for each list. */
function placesOf(cells: readonly CellId[]): (list: readonly CellId[]) => readonly { cell: CellId; place: number }[] {
  const wanted = new Set(cells);
  const known = new Map<readonly CellId[], { cell: CellId; place: number }[]>();
  return (list) => entryOf(known, list, () => list.map((cell, place) => ({ cell, place })).filter(({ cell }) => wanted.has(cell)));
}

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
