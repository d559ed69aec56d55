import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FigureBook, numberAt } from '@/server/domain/figures';
import { getFormat } from '@/server/domain/formats';
import { traceCell } from './provenance';
import { rollUpUnits } from './roll-up-units';
import {
  existedBefore,
  predecessorsIn,
  takeOver,
  takeOverPeriod,
  transfersWithin,
  type UnitLife,
  type UnitQuarters,
  unitYear,
} from './take-over';
import { aBook } from './testing/a-book';
import { anyDistrict } from './testing/a-district';

const format = getFormat('2021');
const row = (book: FigureBook, key: string) => numberAt(book, `s3.${key}.natural_person`) ?? 0;
/** opening + new − answered − closing: 0 where the books are right. */
const gapOf = (book: FigureBook) => row(book, 'carried_in') + row(book, 'new_received') - row(book, 'granted') - row(book, 'carried_out');
const column = (carriedIn: number, received: number, answered: number, out: number) =>
  aBook({
    's3.carried_in.natural_person': carriedIn,
    's3.new_received.natural_person': received,
    's3.granted.natural_person': answered,
    's3.carried_out.natural_person': out,
  });

describe('what a unit takes over', () => {
  it('opens in the quarter after the last one of the predecessor, across the year too', () => {
    expect(takeOverPeriod('2026-06-30')).toEqual({ year: 2026, quarter: 3 });
    expect(takeOverPeriod('2026-12-31')).toEqual({ year: 2027, quarter: 1 });
    const closed: UnitLife = { id: '甲', opensOn: '2020-01-01', closesOn: '2026-06-30', successorId: '乙' };
    expect(predecessorsIn([closed], '乙', { year: 2026, quarter: 3 })).toEqual([closed]);
    for (const other of [{ closesOn: null }, { successorId: null }, { closesOn: '2026-09-30' }])
      expect(predecessorsIn([{ ...closed, ...other }], '乙', { year: 2026, quarter: 3 })).toEqual([]);
  });

  it('is added to its own closings, or is all it begins with', () => {
    const own = aBook({ 's3.carried_in.natural_person': 3, 's2.regulations.in_force_opening': 1 });
    const closed = [
      aBook({ 's3.carried_out.natural_person': 5, 's2.regulations.in_force': 2 }),
      aBook({ 's3.carried_out.natural_person': 1, 's2.regulations.in_force': 0 }),
    ];
    expect(numberAt(takeOver(format, own, closed), 's3.carried_in.natural_person')).toBe(9);
    expect(numberAt(takeOver(format, own, closed), 's2.regulations.in_force_opening')).toBe(3);
    expect(numberAt(takeOver(format, null, closed), 's3.carried_in.natural_person')).toBe(6);
  });

  it('is not known while a predecessor, or the unit itself, does not know its closing', () => {
    const known = aBook({ 's3.carried_out.natural_person': 5 });
    expect(takeOver(format, null, [known, new Map()]).has('s3.carried_in.natural_person')).toBe(false);
    expect(takeOver(format, new Map(), [known]).has('s3.carried_in.natural_person')).toBe(false);
  });

  it('keeps an opening that follows no closing as it is: the 2019 items are not handed over', () => {
    const old = getFormat('2019');
    const own = aBook({ 's2.licensing.prev_items': 4 });
    const closed = [aBook({ 's2.licensing.prev_items': 9 })];
    expect(numberAt(takeOver(old, own, closed), 's2.licensing.prev_items')).toBe(4);
  });

  it('stood before, when it began before the quarter', () => {
    expect(existedBefore({ opensOn: '2026-06-30' }, { year: 2026, quarter: 3 })).toBe(true);
    expect(existedBefore({ opensOn: '2026-07-01' }, { year: 2026, quarter: 3 })).toBe(false);
  });
});

describe('the year of a unit that took over another', () => {
  const old: UnitQuarters = {
    unit: '旧局',
    books: [column(4, 6, 7, 3), column(3, 4, 2, 5), null, null],
    span: { first: 1, last: 2 },
    successor: '新局',
  };
  const stood: UnitQuarters = {
    unit: '新局',
    books: [column(2, 1, 1, 2), column(2, 0, 1, 1), column(6, 9, 10, 5), column(5, 0, 3, 2)],
    span: { first: 1, last: 4 },
    successor: null,
  };

  it('prints what it took over within the year in its own opening: 2 + 5 = 7; the whole leaves it out at both ends', () => {
    const transfers = transfersWithin(format, [old, stood]);
    expect(transfers).toEqual([{ fromUnit: '旧局', toUnit: '新局', cell: 's3.carried_in.natural_person', value: 5, quarter: 3 }]);
    const book = unitYear(format, stood, transfers);
    expect([row(book, 'carried_in'), row(book, 'carried_out'), gapOf(book)]).toEqual([7, 2, 0]);
    const whole = rollUpUnits(
      format,
      [old, stood].map((unit) => ({ unit: unit.unit, figures: unitYear(format, unit, transfers) })),
      transfers,
    );
    expect([row(whole.figures, 'carried_in'), row(whole.figures, 'carried_out'), gapOf(whole.figures)]).toEqual([6, 2, 0]);
  });

  it('counts nothing twice while the quarter that takes over is not approved, or the last one is not', () => {
    const [first, second, , last] = stood.books;
    expect(transfersWithin(format, [old, { ...stood, books: [first, second, null, last] }])).toEqual([]);
    expect(transfersWithin(format, [{ ...old, books: [old.books[0], null, null, null] }, stood])).toEqual([]);
    expect(transfersWithin(format, [{ ...old, successor: null }, stood])).toEqual([]);
  });

  it('traces the printed opening to the quarter and to what was taken over', () => {
    const transfers = transfersWithin(format, [old, stood]);
    const trace = traceCell(format, 's3.carried_in.natural_person', [stood], transfers);
    expect(trace.figure).toMatchObject({ value: 7 });
    expect(trace.kind === 'units' && trace.units[0]?.takenOver).toEqual(transfers);
  });
});

describe('districts whose units close, merge and are renamed', () => {
  const yearOf = (units: readonly UnitQuarters[]) => {
    const transfers = transfersWithin(format, units);
    const filed = units.filter((unit) => unit.books.some((book) => book !== null));
    const books = filed.map((unit) => ({ unit: unit.unit, figures: unitYear(format, unit, transfers) }));
    return { books, whole: rollUpUnits(format, books, transfers).figures };
  };

  it('keep opening + new = answered + closing, in every unit and in the whole', () => {
    fc.assert(
      fc.property(anyDistrict(format), ({ units }) => {
        const { books, whole } = yearOf(units);
        expect(books.map(({ figures }) => gapOf(figures))).toEqual(books.map(() => 0));
        expect(gapOf(whole)).toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  it('show a difference of one unit in the whole, as large as it is', () => {
    fc.assert(
      fc.property(anyDistrict(format), fc.nat(), fc.integer({ min: 1, max: 9 }), ({ units }, which, slip) => {
        const filed = units.filter((unit) => unit.books[unit.span.first - 1]);
        const at = units.indexOf(filed[which % filed.length] ?? (units[0] as UnitQuarters));
        const broken = units.map((unit, index) => (index === at ? { ...unit, books: withSlip(unit, slip) } : unit));
        expect(gapOf(yearOf(broken).whole)).toBe(slip);
      }),
      { numRuns: 80 },
    );
  });

  it('open the next year, as a whole, with what this one closed with, as a whole', () => {
    fc.assert(
      fc.property(anyDistrict(format), ({ units, openingsAfter }) => {
        const opened = openingsAfter.reduce((sum, book) => sum + row(book, 'carried_in'), 0);
        expect(opened).toBe(row(yearOf(units).whole, 'carried_out'));
      }),
      { numRuns: 150 },
    );
  });

  function withSlip({ books, span }: UnitQuarters, slip: number): UnitQuarters['books'] {
    const [first, second, third, fourth] = books.map((book, index) => {
      if (!book || index !== span.first - 1) return book;
      return new Map([
        ...book,
        ['s3.new_received.natural_person', { state: 'number' as const, value: row(book, 'new_received') + slip, decimals: 0 }],
      ]);
    });
    return [first ?? null, second ?? null, third ?? null, fourth ?? null];
  }
});
