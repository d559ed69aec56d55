import { checkedBooksOf, listPredecessors, type Reader, type Unit } from '@/db/store';
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
  const sums = new Map<CellId, Figure>();
  for (const [units, sign] of [
    [came, 1],
    [left, -1],
  ] as const)
    for (const unit of units) {
      const closed = await lastBookOf(reader, unit);
      for (const { opensFrom } of leafCells(format)) {
        if (opensFrom === undefined) continue;
        const value = numberAt(closed, opensFrom) ?? 0;
        sums.set(opensFrom, count((numberAt(sums, opensFrom) ?? 0) + sign * value));
      }
    }
  return withComputed(format, sums);
}

async function lastBookOf(reader: Reader, unit: Unit): Promise<FigureBook> {
  const last = periodOf(unit.closesOn ?? unit.opensOn);
  return (await checkedBooksOf(reader, unit.id, last.year)).get(last.quarter) ?? new Map();
}
