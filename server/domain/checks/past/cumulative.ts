import { numberAt } from '../../figures';
import type { Cell } from '../../formats';
import type { CheckSubject } from '../../subject';
import { cellsOfTable } from '../table-cells';
import { comparedCells, yearSoFar } from './known-past';

/** So many figures must agree: of fewer, a busy quarter would do the same. */
const minAgreeing = 6;
/** By how much of a usual quarter they stand above the quarters before. */
const minGrown = 0.5;
const maxGrown = 2.5;

export interface Cumulative {
  cells: readonly { cell: Cell; value: number; before: number }[];
}

/**
 * Figures that look like the year so far and not like a quarter: none is below what the quarters before add up to, and they stand
 * above it by about one more quarter.
 *
 * The whole filing is looked at first, then each table by itself: people copy from a running list of one table.
 */
export function cumulativeIn(subject: CheckSubject): Cumulative | null {
  const known = new Map(comparedFigures(subject).map((one) => [one.cell.id, one]));
  const whole = [...known.values()];
  if (looksCumulative(subject, whole)) return { cells: whole };
  const tables = (['t2', 't3', 't4', 'indicators'] as const)
    .map((table) => cellsOfTable(subject.format, table).flatMap(({ id }) => known.get(id) ?? []))
    .filter((some) => looksCumulative(subject, some));
  return tables.length > 0 ? { cells: tables.flat() } : null;
}

/** Those of which something happened earlier in the year: nothing and nothing agree whatever is meant. */
function comparedFigures(subject: CheckSubject): Cumulative['cells'] {
  const { past, format, figures } = subject;
  if (!past) return [];
  return comparedCells(format).flatMap((cell) => {
    const value = numberAt(figures, cell.id);
    const before = yearSoFar(subject, past, cell.id);
    return value === null || before === null || before <= 0 ? [] : [{ cell, value, before }];
  });
}

function looksCumulative({ quarter }: CheckSubject, some: Cumulative['cells']): boolean {
  if (quarter === null || some.length < minAgreeing || some.some(({ value, before }) => value < before)) return false;
  const oneQuarter = 1 / (quarter - 1);
  const grown = some.map(({ value, before }) => value / before - 1).sort((a, b) => a - b)[some.length >> 1] ?? 0;
  return grown >= oneQuarter * minGrown && grown <= oneQuarter * maxGrown;
}
