import { expect, it } from 'vitest';
import { count, type FigureBook, withComputed } from '../figures';
import { getFormat, leafCells } from '../formats';
import { quarterGlance } from './quarter-glance';

const format = getFormat('2021');
const book = (values: Record<string, number>): FigureBook =>
  withComputed(format, new Map(leafCells(format).map((cell) => [cell.id, count(values[cell.id] ?? 0)])));

it('a quarter is told in sums beside the quarters before; what is 0 in all of them is only counted', () => {
  const now = book({ 's3.granted.natural_person': 3, 's3.partially_granted.natural_person': 2, 's2.licensing_decisions': 0 });
  const lastQuarter = book({ 's2.licensing_decisions': 7 });
  const { lines, still } = quarterGlance(format, { now, lastQuarter, sameQuarterLastYear: new Map() });
  expect(lines.map(({ cells: _cells, ...line }) => line)).toEqual([
    { measure: 'answered', now: 5, lastQuarter: 0, sameQuarterLastYear: null },
    { measure: 'open', now: 5, lastQuarter: 0, sameQuarterLastYear: null },
    { measure: 'licensing', now: 0, lastQuarter: 7, sameQuarterLastYear: null },
  ]);
  expect(still).toBe(14);
});
