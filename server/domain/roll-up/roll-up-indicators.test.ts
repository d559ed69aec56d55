import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, type Figure, type FigureBook, notFilled } from '@/server/domain/figures';
import type { Indicator } from '@/server/domain/formats';
import { type IndicatorUnit, rollUpIndicators } from './roll-up-indicators';
import { type QuarterBooks, wholeYear } from './roll-up-year';

const flow: Indicator = {
  key: 'flow',
  name: '发布条数',
  unit: '条',
  addsUp: 'flow',
  overUnits: 'sum',
  exactness: 'exact',
  definition: '发布的条数。',
};
const closing: Indicator = { ...flow, key: 'closing', name: '账号数', addsUp: 'closing' };
const apart: Indicator = { ...flow, key: 'apart', name: '开通天数', overUnits: 'none' };

type Quarters = readonly [number?, number?, number?, number?];

/** Four approved quarters; a quarter without a number was not asked. */
function aUnit(unit: string, numbers: Readonly<Record<string, Quarters>>, missing: readonly number[] = []): IndicatorUnit {
  const books = [0, 1, 2, 3].map((index): FigureBook | null => {
    if (missing.includes(index + 1)) return null;
    const book = new Map<string, Figure>();
    for (const [key, values] of Object.entries(numbers)) {
      const value = values[index];
      if (value !== undefined) book.set(`x.${key}`, count(value));
    }
    return book;
  });
  return { unit, books: books as unknown as QuarterBooks, span: wholeYear };
}

const figureOf = (indicator: Indicator, units: readonly IndicatorUnit[]) => rollUpIndicators([indicator], units)[0];

describe('rolling indicators up', () => {
  it('sums a flow over quarters and units: 3 + 4 and 5 give 12', () => {
    expect(
      figureOf(flow, [aUnit('甲', { flow: [1, 1, 1, 0] }), aUnit('乙', { flow: [2, 2, 0, 0] }), aUnit('丙', { flow: [5, 0, 0, 0] })]),
    ).toEqual({
      cell: 'x.flow',
      figure: count(12),
      units: [
        { unit: '甲', figure: count(3) },
        { unit: '乙', figure: count(4) },
        { unit: '丙', figure: count(5) },
      ],
    });
  });

  it('takes the last quarter of a closing, and does not guess it while that quarter is missing', () => {
    expect(figureOf(closing, [aUnit('甲', { closing: [7, 8, 9, 6] })])?.figure).toEqual(count(6));
    const late = figureOf(closing, [aUnit('甲', { closing: [7, 8, 9, 6] }), aUnit('乙', { closing: [1, 1, 1] }, [4])]);
    expect([late?.figure, late?.units.at(-1)]).toEqual([notFilled, { unit: '乙', figure: notFilled }]);
  });

  it('a unit or quarter that was not asked adds nothing and makes nothing unknown: asked since July, 4 + 5 = 9', () => {
    const since = figureOf(flow, [aUnit('甲', { flow: [undefined, undefined, 4, 5] }), aUnit('乙', {})]);
    expect([since?.figure, since?.units.map(({ unit }) => unit)]).toEqual([count(9), ['甲']]);
    expect(figureOf(flow, [aUnit('甲', {}), aUnit('乙', {}, [1, 2, 3, 4])])).toEqual({ cell: 'x.flow', figure: notFilled, units: [] });
  });

  it('never adds over units what is not to be added: each unit keeps its own, and one unit alone is the whole', () => {
    const units = [aUnit('甲', { apart: [1, 2, 3, 4] }), aUnit('乙', { apart: [5, 0, 0, 0] }), aUnit('丙', {})];
    expect(figureOf(apart, units)).toEqual({
      cell: 'x.apart',
      figure: notFilled,
      units: [
        { unit: '甲', figure: count(10) },
        { unit: '乙', figure: count(5) },
      ],
    });
    expect(figureOf(apart, [...units.slice(0, 1), ...units.slice(2)])?.figure).toEqual(count(10));
  });

  it('adds up whatever was asked of whom: the whole of a flow is the sum of every number that was filed', () => {
    const number = fc.option(fc.nat({ max: 10 ** 6 }), { nil: undefined });
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number, number, number), { minLength: 1, maxLength: 6 }), (numbers) => {
        const units = numbers.map((values, index) => aUnit(`单位${index}`, { flow: values, apart: values }));
        const [whole, each] = rollUpIndicators([flow, apart], units);
        const filed = numbers.flat().filter((value) => value !== undefined);
        expect(whole?.figure).toEqual(filed.length > 0 ? count(filed.reduce((sum, value) => sum + value, 0)) : notFilled);
        expect(each?.units).toEqual(whole?.units);
      }),
    );
  });
});
