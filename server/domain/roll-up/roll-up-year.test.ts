import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberAt, sumAt } from '@/server/domain/figures';
import { getFormat } from '@/server/domain/formats';
import { rollUpYear } from './roll-up-year';
import { aBook, anyYear } from './testing/a-book';

const format = getFormat('2021');

/** 自然人 of four quarters: in, new, out; answered is what the column leaves. */
const worked = (
  [
    [4, 20, 3],
    [3, 21, 5],
    [5, 22, 2],
    [2, 20, 3],
  ] as const
).map(([carriedIn, received, out]) =>
  aBook({
    's3.carried_in.natural_person': carriedIn,
    's3.new_received.natural_person': received,
    's3.granted.natural_person': carriedIn + received - out,
    's3.carried_out.natural_person': out,
  }),
);
const [q1 = null, q2 = null, q3 = null, q4 = null] = worked;

describe('rolling a year up', () => {
  it('takes the opening of the first quarter and the closing of the last: in 4, new 83, out 3, answered 84', () => {
    const { figures } = rollUpYear(format, [q1, q2, q3, q4]);
    const row = (key: string) => numberAt(figures, `s3.${key}.natural_person`);
    expect([row('carried_in'), row('new_received'), row('carried_out'), row('granted')]).toEqual([4, 83, 3, 84]);
  });

  it('recomputes 总计 of table 四: pending in one quarter and decided in the next is one case', () => {
    const block = (upheld: number, pending: number) =>
      aBook({ 's4.review.upheld': upheld, 's4.review.corrected': 0, 's4.review.other': 0, 's4.review.pending': pending });
    const { figures } = rollUpYear(format, [block(0, 1), block(1, 0), block(0, 0), block(0, 0)]);
    expect(numberAt(figures, 's4.review.total')).toBe(1);
  });

  it('makes a computed cell the sum of its terms, and unknown when a term is', () => {
    fc.assert(
      fc.property(anyYear(format, { withUnknown: true }), (books) => {
        const { figures, unknown } = rollUpYear(format, books);
        for (const cell of format.cells.values()) {
          if (cell.terms) expect(numberAt(figures, cell.id)).toBe(sumAt(figures, cell.terms));
          expect(unknown.includes(cell.id)).toBe(!figures.has(cell.id));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('does not depend on the order of the quarters in its flows', () => {
    fc.assert(
      fc.property(anyYear(format, { withUnknown: true }), ([a, b, c, d]) => {
        const forward = rollUpYear(format, [a, b, c, d]).figures;
        const shuffled = rollUpYear(format, [c, a, d, b]).figures;
        for (const cell of format.cells.values()) if (cell.addsUp === 'flow') expect(shuffled.get(cell.id)).toEqual(forward.get(cell.id));
      }),
      { numRuns: 30 },
    );
  });

  it('names missing quarters, adds the flows at hand and knows no closing without the fourth', () => {
    const { figures, missingQuarters, unknown } = rollUpYear(format, [q1, null, q3, null]);
    expect(missingQuarters).toEqual([2, 4]);
    expect(numberAt(figures, 's3.new_received.natural_person')).toBe(42);
    expect(numberAt(figures, 's3.carried_in.natural_person')).toBe(4);
    expect(unknown).toContain('s3.carried_out.natural_person');
  });

  it('knows nothing of a year without filings', () => {
    const { figures, missingQuarters } = rollUpYear(format, [null, null, null, null]);
    expect(figures.size).toBe(0);
    expect(missingQuarters).toEqual([1, 2, 3, 4]);
  });

  it('takes the levels of a unit that existed in two quarters from those: opened in the second, merged away in the third', () => {
    const { figures, missingQuarters } = rollUpYear(format, [null, q2, q3, null], { first: 2, last: 3 });
    expect(missingQuarters).toEqual([]);
    expect(numberAt(figures, 's3.carried_in.natural_person')).toBe(3);
    expect(numberAt(figures, 's3.carried_out.natural_person')).toBe(2);
  });

  it('keeps 2019 negative changes and the one 上一年项目数量: 8 − 3 + 1', () => {
    const quarter = (change: number) => aBook({ 's2.licensing.prev_items': 8, 's2.licensing.change': change });
    const { figures } = rollUpYear(getFormat('2019'), [quarter(-3), quarter(0), quarter(1), quarter(0)]);
    expect([numberAt(figures, 's2.licensing.prev_items'), numberAt(figures, 's2.licensing.change')]).toEqual([8, -2]);
  });
});
