import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FigureBook, numberAt } from '@/server/domain/figures';
import { getFormat } from '@/server/domain/formats';
import { rollUpUnits } from './roll-up-units';
import { type QuarterBooks, rollUpYear } from './roll-up-year';
import { aBook, anyBook, anyYear } from './testing/a-book';

const format = getFormat('2021');
const named = (books: readonly (FigureBook | null)[]) => books.map((figures, index) => ({ unit: `单位${index + 1}`, figures }));

describe('rolling units up', () => {
  it('adds openings, flows and closings alike: the eleven parts of a city give 3607', () => {
    const parts = [349, 933, 477, 301, 874, 216, 348, 55, 26, 12, 16];
    const whole = rollUpUnits(format, named(parts.map((part) => aBook({ 's3.carried_in.natural_person': part }))));
    expect(numberAt(whole.figures, 's3.carried_in.natural_person')).toBe(3607);
    expect([whole.filed, whole.of]).toEqual([11, 11]);
  });

  it('names the units that are missing and those that filed without knowing a cell', () => {
    const whole = rollUpUnits(format, named([aBook({ 's2.licensing_decisions': 3 }), null, aBook({ 's2.penalty_decisions': 1 })]));
    expect([whole.filed, whole.of, whole.missingUnits]).toEqual([2, 3, ['单位2']]);
    expect(whole.gaps).toContainEqual({ cell: 's2.licensing_decisions', units: ['单位3'] });
    expect(whole.figures.has('s2.licensing_decisions')).toBe(false);
  });

  it('knows nothing of a whole in which nobody filed, without blaming anyone for a cell', () => {
    expect(rollUpUnits(format, named([null, null]))).toMatchObject({ filed: 0, of: 2, gaps: [], figures: new Map() });
  });

  it('does not depend on the order of the units, nor on parts being rolled up before', () => {
    fc.assert(
      fc.property(fc.array(anyBook(format, { withUnknown: true }), { minLength: 2, maxLength: 5 }), fc.nat({ max: 3 }), (books, at) => {
        const whole = rollUpUnits(format, named(books)).figures;
        expect(rollUpUnits(format, named([...books].reverse())).figures).toEqual(whole);
        const groups = [books.slice(0, at + 1), books.slice(at + 1)].filter((group) => group.length > 0);
        expect(rollUpUnits(format, named(groups.map((group) => rollUpUnits(format, named(group)).figures))).figures).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  it('gives the same whole by units first or by quarters first', () => {
    fc.assert(
      fc.property(fc.array(anyYear(format, { withUnknown: true }), { minLength: 1, maxLength: 4 }), (units) => {
        const unitsOfQuarter = (index: number) => rollUpUnits(format, named(units.map((books) => books[index] ?? null))).figures;
        const quarters: QuarterBooks = [unitsOfQuarter(0), unitsOfQuarter(1), unitsOfQuarter(2), unitsOfQuarter(3)];
        const byUnit = rollUpUnits(format, named(units.map((books) => rollUpYear(format, books).figures))).figures;
        expect(rollUpYear(format, quarters).figures).toEqual(byUnit);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a transfer', () => {
  const column = (carriedIn: number, received: number, answered: number, out: number) =>
    aBook({
      's3.carried_in.natural_person': carriedIn,
      's3.new_received.natural_person': received,
      's3.granted.natural_person': answered,
      's3.carried_out.natural_person': out,
    });
  const handedOver = { fromUnit: '旧局', toUnit: '新局', cell: 's3.carried_in.natural_person', value: 5, quarter: 3 as const };
  const old = { unit: '旧局', figures: column(4, 10, 9, 5) };
  const successor = { unit: '新局', figures: column(8, 30, 36, 2) };

  it('is left out at both ends: 4 + 8 − 5 carried in, 40 new, 45 answered, 5 + 2 − 5 carried out', () => {
    const whole = rollUpUnits(format, [old, successor], [handedOver]);
    const row = (key: string) => numberAt(whole.figures, `s3.${key}.natural_person`);
    expect([row('carried_in'), row('new_received'), row('granted'), row('carried_out')]).toEqual([7, 40, 45, 2]);
    expect([whole.leftOut, whole.kept]).toEqual([[handedOver], []]);
  });

  it('stays when the predecessor is not part of the whole, or has not filed', () => {
    for (const units of [[successor], [{ ...old, figures: null }, successor]]) {
      const whole = rollUpUnits(format, units, [handedOver]);
      expect(numberAt(whole.figures, 's3.carried_in.natural_person')).toBe(8);
      expect([whole.leftOut, whole.kept]).toEqual([[], [handedOver]]);
    }
  });
});
