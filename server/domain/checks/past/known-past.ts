import type { Cell, CellId, Format } from '../../formats';
import { leafCells } from '../../formats';
import type { CheckSubject, PastQuarters, Usual } from '../../subject';
import { perFormat } from '../per-format';
import { usualOf } from './usual';

/** So many quarters of its own make a history: one of each season. */
export const minQuarters = 4;
/** Older quarters tell nothing of today. */
export const maxPastQuarters = 12;
/** Units that a first year is compared with: of fewer, one alone would be the middle. */
export const minPeers = 4;

/** Cells whose figures a usual one is known of: what happened in the quarter. Levels are held by balances of their own. */
export const comparedCells = perFormat((format: Format): readonly Cell[] =>
  leafCells(format).filter((cell) => cell.addsUp === 'flow' && !cell.mayBeNegative),
);

/** Known values of a cell in the unit's past quarters. */
export function pastValues(past: PastQuarters, cell: CellId): readonly number[] {
  return ofCell(past, cell).values;
}

/** The middle and spread of them; null where none is known. */
export function pastUsual(past: PastQuarters, cell: Cell): Usual | null {
  const known = ofCell(past, cell.id);
  known.usual ??= known.values.length > 0 ? usualOf(known.values, cell) : null;
  return known.usual;
}

/** Their mean; null where none is known. */
export function pastMean(past: PastQuarters, cell: CellId): number | null {
  const { values, sum } = ofCell(past, cell);
  return values.length > 0 ? sum / values.length : null;
}

interface PastCell {
  values: readonly number[];
  sum: number;
  usual?: Usual | null;
}

/** The past stays while a form is filled in: what follows from it is worked out once and not at every keystroke. */
const worked = new WeakMap<PastQuarters, Map<CellId, PastCell>>();

function ofCell(past: PastQuarters, cell: CellId): PastCell {
  const cells = worked.get(past) ?? new Map<CellId, PastCell>();
  worked.set(past, cells);
  const before = cells.get(cell);
  if (before) return before;
  const values = (past.values[cell] ?? []).filter((value) => value !== null);
  const known = { values, sum: values.reduce((all, value) => all + value, 0) };
  cells.set(cell, known);
  return known;
}

/** Whether the unit's own quarters say what is usual. */
export function hasHistory(past: PastQuarters): boolean {
  return past.quarters.length >= minQuarters;
}

/** What the quarter before and the same quarter of last year said, as far as they are known: what has a season or has just begun is no news. */
export function lastSaid({ year, quarter }: Pick<CheckSubject, 'year' | 'quarter'>, past: PastQuarters, cell: CellId): number[] {
  const now = year * 4 + (quarter ?? 1);
  return past.quarters.flatMap((one, at) => {
    const ago = now - (one.year * 4 + one.quarter);
    return ago === 1 || ago === 4 ? (past.values[cell]?.[at] ?? []) : [];
  });
}

/**
 * What a cell's quarters of this year add up to before this one; null: one of them is not known, or this is the first.
 */
export function yearSoFar({ year, quarter }: Pick<CheckSubject, 'year' | 'quarter'>, past: PastQuarters, cell: CellId): number | null {
  let sum = 0;
  let known = 0;
  past.quarters.forEach((one, at) => {
    const value = one.year === year ? past.values[cell]?.[at] : null;
    if (value == null) return;
    sum += value;
    known += 1;
  });
  return quarter !== null && quarter > 1 && known === quarter - 1 ? sum : null;
}
