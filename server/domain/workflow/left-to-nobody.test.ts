import { describe, expect, it } from 'vitest';
import { count, notFilled } from '../figures';
import { getFormat } from '../formats';
import { endsUnsucceeded, leftToNobody } from './left-to-nobody';

const format = getFormat('2021');
const carriedOut = 's3.carried_out.natural_person';
const pending = 's4.review.pending';

describe('what a unit without a successor closes with', () => {
  it('stands in the way while it is above 0: requests carried out, cases pending, documents in force; a flow does not', () => {
    const book = new Map([
      [carriedOut, count(2)],
      [pending, count(1)],
      ['s3.granted.natural_person', count(7)],
    ]);
    expect(leftToNobody(format, book)).toEqual([{ kind: 'left_to_nobody', cells: [carriedOut, pending] }]);
  });

  it('does not while it is 0 or not filled', () => {
    expect(leftToNobody(format, new Map([[carriedOut, count(0)]]))).toEqual([]);
    expect(leftToNobody(format, new Map([[carriedOut, notFilled]]))).toEqual([]);
    expect(leftToNobody(format, new Map())).toEqual([]);
  });

  it.each([
    [{ closesOn: '2026-06-30', successorId: null }, { year: 2026, quarter: 2 }, true],
    [{ closesOn: '2026-06-30', successorId: null }, { year: 2026, quarter: 1 }, false],
    [{ closesOn: '2026-06-30', successorId: 'heir' }, { year: 2026, quarter: 2 }, false],
    [{ closesOn: null, successorId: null }, { year: 2026, quarter: 2 }, false],
  ])('is asked of its last quarter only: %o in %o is %s', (unit, period, is) => {
    expect(endsUnsucceeded(unit, period)).toBe(is);
  });
});
