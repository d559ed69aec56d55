import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberAt } from '@/server/domain/figures';
import { getFormat } from '@/server/domain/formats';
import { rollUpYear } from './roll-up-year';
import { aBook, anyYear } from './testing/a-book';
import { yearToDate } from './year-to-date';

const format = getFormat('2021');
const quarter = (received: number, out: number) =>
  aBook({ 's3.new_received.natural_person': received, 's3.carried_out.natural_person': out });

describe('the year to date', () => {
  it('adds flows up to the quarter and takes its closing: 20 + 21, out 5', () => {
    const { figures, closingFrom, missingQuarters } = yearToDate(format, [quarter(20, 3), quarter(21, 5), quarter(22, 2), null], 2);
    expect(numberAt(figures, 's3.new_received.natural_person')).toBe(41);
    expect(numberAt(figures, 's3.carried_out.natural_person')).toBe(5);
    expect([closingFrom, missingQuarters]).toEqual([2, []]);
  });

  it('takes the latest closing at hand and says which quarter is missing', () => {
    const { figures, closingFrom, missingQuarters } = yearToDate(format, [quarter(20, 3), null, null, null], 3);
    expect(numberAt(figures, 's3.carried_out.natural_person')).toBe(3);
    expect([closingFrom, missingQuarters]).toEqual([1, [2, 3]]);
  });

  it('has no closing before the first approved quarter', () => {
    expect(yearToDate(format, [null, null, null, null], 1)).toMatchObject({ closingFrom: null, missingQuarters: [1], figures: new Map() });
  });

  it('is the whole year at its end', () => {
    fc.assert(
      fc.property(anyYear(format, { withUnknown: true }), (books) => {
        expect(yearToDate(format, books, 4).figures).toEqual(rollUpYear(format, books).figures);
      }),
      { numRuns: 20 },
    );
  });
});
