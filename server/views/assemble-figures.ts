import { checkedBooksOfUnits, type Filing, listPredecessors, type Reader, sumCheckedFigures, type Unit } from '@/db/store';
import type { FigureBook } from '@/server/domain/figures';
import type { Format } from '@/server/domain/formats';
import { periodOf, type Quarter, quarters } from '@/server/domain/periods';
import {
  type LacksLevel,
  type QuarterBooks,
  type QuarterSpan,
  rollUpUnits,
  type Transfer,
  transfersWithin,
  type UnitBook,
  type UnitQuarters,
  unitInWhole,
  wholeYear,
} from '@/server/domain/roll-up';
import { spanOf } from './report-units';

export interface MissingUnit {
  unitId: string;
  unitName: string;
  quarters: readonly Quarter[];
}

/**
 * The figures of a year from the approved filings of some units, and the units that lack some. Units that exist the whole year are
 * summed in the store; the few that began, ended or took over others within it are added up one by one, because their balances stand
 * elsewhere. What one unit of the whole handed to another is left out at both ends.
 *
 * @returns `lacks`: the ends of the year for which some unit has not filed
 */
export async function assembleFigures(
  reader: Reader,
  { format, units, filings, year }: { format: Format; units: readonly Unit[]; filings: readonly Filing[]; year: number },
): Promise<{ figures: FigureBook; missing: readonly MissingUnit[]; lacks: LacksLevel; transfers: readonly Transfer[] }> {
  const approved = new Set(
    filings
      .filter((filing) => filing.status === 'approved' || filing.status === 'locked')
      .map((filing) => `${filing.unitId} ${filing.quarter}`),
  );
  const missing = units.flatMap((unit) => {
    const span = spanOf(unit, year) ?? wholeYear;
    const lacking = quarters.filter((quarter) => quarter >= span.first && quarter <= span.last && !approved.has(`${unit.id} ${quarter}`));
    return lacking.length > 0 ? [{ unitId: unit.id, unitName: unit.name, quarters: lacking }] : [];
  });
  const spans = new Map(units.map((unit) => [unit.id, spanOf(unit, year) ?? wholeYear]));
  const lacksAt = (end: keyof QuarterSpan) =>
    missing.some(({ unitId, quarters: lacking }) => lacking.includes((spans.get(unitId) ?? wholeYear)[end]));
  const sums = await sumUnits(reader, { format, units, year, sumOf: (unitIds) => sumCheckedFigures(reader, year, unitIds) });
  return { ...sums, missing, lacks: { opening: lacksAt('first'), closing: lacksAt('last') } };
}

type SumsByQuarter = ReadonlyMap<number, FigureBook>;

/**
 * The sums of `assembleFigures`, of all cells or of some.
 *
 * @param sumOf the approved figures of some units by quarter: of every typed cell of the format
 */
export async function sumUnits(
  reader: Reader,
  {
    format,
    units,
    year,
    sumOf,
  }: {
    format: Format;
    units: readonly Unit[];
    year: number;
    sumOf: (unitIds: readonly string[]) => SumsByQuarter | Promise<SumsByQuarter>;
  },
): Promise<{ figures: FigureBook; transfers: readonly Transfer[] }> {
  const { closed, transfers } = await loadTransfers(reader, format, units, year);
  const heirs = new Set(closed.map((unit) => unit.successorId));
  const whole = new Set(units.filter((unit) => isThere(unit, year) && !heirs.has(unit.id)).map((unit) => unit.id));
  const sums = await sumOf([...whole]);
  const summed: UnitQuarters = { unit: 'whole-year units', books: booksByQuarter(sums), span: wholeYear, successor: null };
  const others = await quartersOf(
    reader,
    units.filter((one) => !whole.has(one.id)),
    year,
  );
  const books: UnitBook[] = [unitInWhole(format, summed, []), ...others.map((one) => unitInWhole(format, one, transfers))];
  return { figures: rollUpUnits(format, books, transfers).figures, transfers };
}

/** The whole year through. */
function isThere(unit: Unit, year: number): boolean {
  const span = spanOf(unit, year);
  return span?.first === 1 && span.last === 4;
}

/** What closed units handed over within the year to some units, or from them; and the closed units it came from. */
async function loadTransfers(
  reader: Reader,
  format: Format,
  units: readonly Unit[],
  year: number,
): Promise<{ closed: readonly Unit[]; transfers: readonly Transfer[] }> {
  const predecessors = await listPredecessors(
    reader,
    units.map((unit) => unit.id),
  );
  const closed = predecessors.filter((unit) => unit.closesOn !== null && periodOf(unit.closesOn).year === year && endsBefore(unit, year));
  if (closed.length === 0) return { closed, transfers: [] };
  const heirs = new Set(closed.map((unit) => unit.successorId));
  const involved = [...closed, ...units.filter((unit) => heirs.has(unit.id) && !closed.some((one) => one.id === unit.id))];
  return { closed, transfers: transfersWithin(format, await quartersOf(reader, involved, year)) };
}

/**
 * What a unit took over within the year up to a quarter, as the roll-up adds it once that quarter is approved: also while the
 * unit is still at work on it.
 */
export async function takenOverUpTo(
  reader: Reader,
  format: Format,
  unit: Unit,
  { year, quarter }: { year: number; quarter: Quarter },
): Promise<{ span: QuarterSpan; transfers: readonly Transfer[] }> {
  const closed = (await listPredecessors(reader, [unit.id])).filter(
    (one) => one.closesOn !== null && periodOf(one.closesOn).year === year && endsBefore(one, year),
  );
  const [own, ...before] = await quartersOf(reader, [unit, ...closed], year);
  if (!own) throw new Error(`no quarters of unit ${unit.id}`);
  const at = (one: Quarter) => (one > quarter ? null : (own.books[one - 1] ?? (one === quarter ? new Map() : null)));
  const all: UnitQuarters[] = [{ ...own, books: [at(1), at(2), at(3), at(4)], successor: null }, ...before];
  return { span: own.span, transfers: closed.length > 0 ? transfersWithin(format, all) : [] };
}

const endsBefore = (unit: Unit, year: number) => (spanOf(unit, year)?.last ?? 4) < 4;

/** In the order of the units. */
async function quartersOf(reader: Reader, units: readonly Unit[], year: number): Promise<UnitQuarters[]> {
  const books = await checkedBooksOfUnits(
    reader,
    units.map((unit) => unit.id),
    year,
  );
  return units.map((unit) => ({
    unit: unit.id,
    books: booksByQuarter(books.get(unit.id) ?? new Map()),
    span: spanOf(unit, year) ?? wholeYear,
    successor: unit.successorId,
  }));
}

export function booksByQuarter(books: ReadonlyMap<number, FigureBook>): QuarterBooks {
  return [books.get(1) ?? null, books.get(2) ?? null, books.get(3) ?? null, books.get(4) ?? null];
}
