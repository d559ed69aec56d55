import { describe, expect, it } from 'vitest';
import { add, compare, percent, printDecimal, readDecimal, whole } from './decimal';

describe('decimal', () => {
  it.each([
    [37, 84, 2, '44.05'],
    [10538, 34430, 2, '30.61'],
    [35, 805, 2, '4.35'],
    [1, 8, 2, '12.50'],
    [1, 200, 0, '1'],
    [-1, 8, 1, '-12.5'],
    [3, 10000, 2, '0.03'],
  ])('%i of %i is rounded half-up to %i decimals: %s%%', (part, base, decimals, expected) => {
    expect(printDecimal(percent(whole(part), whole(base), decimals))).toBe(expected);
  });
  it('adds without floating point: 0.1 + 0.2 = 0.3', () => {
    const sum = add({ unscaled: 1, decimals: 1 }, { unscaled: 2, decimals: 1 });
    expect(compare(sum, { unscaled: 30, decimals: 2 })).toBe(0);
  });
  it('moves the point for 万: 1.25万 is 12500', () => expect(readDecimal('1.25', 4)).toEqual({ unscaled: 12500, decimals: 0 }));
});
