import { checkedBooksOfUnits, listPredecessors, type Reader, type Unit } from '@/db/store';
import { count, type Figure, type FigureBook, numberAt, withComputed } from '@/server/domain/figures';
import { type CellId, type Format, leafCells } from '@/server/domain/formats';
import { periodOf } from '@/server/domain/periods';
import { takeOverPeriod } from '@/server/domain/roll-up';

/**
 * What last year's report of the same units cannot say of this year's openings, by closing cell: balances taken over from closed
 * units outside them, less balances their own closed units handed to others since the report. Null when there were none.
 *
 * @param within every unit the report is the whole of, closed ones too: what they hand to each other changes nothing
 */
export async function takenOverSince(reader: Reader, format: Format, within: readonly Unit[], year: number): Promise<FigureBook | null> {
  const inside = new Set(within.map((unit) => unit.id));
  const came = (await listPredecessors(reader, [...inside])).filter(
    (unit) => !inside.has(unit.id) && unit.closesOn !== null && takeOverPeriod(unit.closesOn).year === year,
  );
  const left = within.filter(
    (unit) =>
      unit.closesOn !== null && unit.successorId !== null && !inside.has(unit.successorId) && periodOf(unit.closesOn).year === year - 1,
  );
  if (came.length + left.length === 0) return null;
  const closed = await lastBooksOf(reader, [...came, ...left]);
  const sums = new Map<CellId, Figure>();
  for (const [units, sign] of [
    [came, 1],
    [left, -1],
  ] as const)
    for (const unit of units)
      for (const { opensFrom } of leafCells(format)) {
        if (opensFrom === undefined) continue;
        const value = numberAt(closed.get(unit.id) ?? new Map(), opensFrom) ?? 0;
        sums.set(opensFrom, count((numberAt(sums, opensFrom) ?? 0) + sign * value));
      }
  return withComputed(format, sums);
}

/** What the last quarter of some closed units was approved with, by unit. */
async function lastBooksOf(reader: Reader, units: readonly Unit[]): Promise<Map<string, FigureBook>> {
  const lastOf = (unit: Unit) => periodOf(unit.closesOn ?? unit.opensOn);
  const books = new Map<string, FigureBook>();
  for (const year of new Set(units.map((unit) => lastOf(unit).year))) {
    const ofYear = units.filter((unit) => lastOf(unit).year === year);
    const known = await checkedBooksOfUnits(
      reader,
      ofYear.map((unit) => unit.id),
      year,
    );
    for (const unit of ofYear) books.set(unit.id, known.get(unit.id)?.get(lastOf(unit).quarter) ?? new Map());
  }
  return books;
}
