import { expect, test } from 'vitest';
import { barsOf, quartersUpTo } from './bar-picture';

test('bars stand against the highest, and a quarter without a value has none', () => {
  expect(barsOf([2, null, 4, 0])).toEqual([
    { at: 0, height: 0.5 },
    { at: 2, height: 1 },
    { at: 3, height: 0 },
  ]);
  expect(barsOf([0, 0])).toEqual([
    { at: 0, height: 0 },
    { at: 1, height: 0 },
  ]);
});

test('the quarters up to a quarter cross the turn of the year', () => {
  expect(quartersUpTo(2026, 2, 4)).toEqual([
    { year: 2025, quarter: 3 },
    { year: 2025, quarter: 4 },
    { year: 2026, quarter: 1 },
    { year: 2026, quarter: 2 },
  ]);
});
