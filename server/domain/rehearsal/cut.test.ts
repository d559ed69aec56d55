import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../seeded-random';
import { cut, takeFrom } from './cut';

const weights = fc.array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 12 });

function sum(parts: readonly number[]): number {
  return parts.reduce((total, part) => total + part, 0);
}

describe('cutting a number', () => {
  it('loses nothing, up to the largest exact integer, and gives no part of the other sign', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), weights, fc.nat(), (total, by, seed) => {
        const parts = cut(total, by, seededRandom(seed));
        expect(sum(parts)).toBe(total);
        expect(parts.every((part) => Number.isInteger(part) && part * Math.sign(total) >= 0)).toBe(true);
      }),
    );
  });

  it('gives nothing to a part that weighs nothing', () => {
    expect(cut(100, [0, 3, 0, 1, 0], seededRandom(1)).map((part) => part > 0)).toEqual([false, true, false, true, false]);
  });

  it('gives a single thing to every part in turn, not always to the first', () => {
    const takers = new Set(Array.from({ length: 60 }, (_, seed) => cut(1, [1, 1, 1, 1], seededRandom(seed)).indexOf(1)));
    expect(takers).toEqual(new Set([0, 1, 2, 3]));
  });

  it('takes no more from a stock than it holds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 1000 }), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(),
        (stocks, share, seed) => {
          const total = Math.floor(sum(stocks) * share);
          const parts = takeFrom(total, stocks, seededRandom(seed));
          expect(sum(parts)).toBe(total);
          expect(parts.every((part, index) => part >= 0 && part <= (stocks[index] ?? 0))).toBe(true);
        },
      ),
    );
  });
});
