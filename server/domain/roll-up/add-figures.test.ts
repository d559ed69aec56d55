import { describe, expect, it } from 'vitest';
import { count, type Figure, notApplicable, notFilled } from '@/server/domain/figures';
import { addFigures } from './add-figures';

describe('adding figures', () => {
  it('adds numbers and counts 不适用 as 0: 2 + 不适用 + 3 = 5', () => {
    expect(addFigures([count(2), notApplicable, count(3)])).toEqual(count(5));
  });

  it('keeps 不适用 when every part is', () => {
    expect(addFigures([notApplicable, notApplicable])).toEqual(notApplicable);
  });

  it('does not know the sum while one part is not known, nor of nothing at all', () => {
    expect(addFigures([count(2), notFilled])).toEqual(notFilled);
    expect(addFigures([count(2), { state: 'unreadable', raw: '约3' }])).toEqual(notFilled);
    expect(addFigures([])).toEqual(notFilled);
  });

  it('adds money exactly and keeps the most decimals: 0.1 + 0.20 = 0.30 万元', () => {
    const money = (value: number, decimals: number): Figure => ({ state: 'number', value, decimals });
    expect(addFigures([money(100_000, 1), money(200_000, 2)])).toEqual(money(300_000, 2));
  });

  it('refuses a sum that a number cannot hold exactly', () => {
    expect(() => addFigures([count(Number.MAX_SAFE_INTEGER), count(1)])).toThrow(RangeError);
  });
});
