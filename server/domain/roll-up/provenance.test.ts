import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, type FigureBook, figureAt, isFilled, notFilled } from '@/server/domain/figures';
import { type Cell, getFormat, leafCells } from '@/server/domain/formats';
import { quarters } from '@/server/domain/periods';
import { addFigures } from './add-figures';
import { formatBehind, type Trace, traceCell } from './provenance';
import { rollUpUnits } from './roll-up-units';
import { type QuarterBooks, rollUpYear, wholeYear } from './roll-up-year';
import { unitInWhole } from './take-over';
import { aBook, anyBook, anyYear } from './testing/a-book';

const format = getFormat('2021');

describe('tracing a cell', () => {
  it('ends in the quarters that were added, and they give the printed figure', () => {
    const printed = [...format.cells.values()].filter((cell) => cell.isPrinted);
    fc.assert(
      fc.property(
        fc.array(anyYear(format, { withUnknown: true }), { minLength: 1, maxLength: 3 }),
        fc.constantFrom(...printed),
        (units, cell) => {
          const sources = units.map((books, index) => ({ unit: `单位${index + 1}`, books }));
          const whole = rollUpUnits(
            format,
            sources.map(({ unit, books }) => ({ unit, figures: rollUpYear(format, books).figures })),
          );
          const trace = traceCell(format, cell.id, sources);
          expect(trace.figure).toEqual(figureAt(whole.figures, cell.id));
          for (const leaf of leavesOf(trace)) {
            expect(
              addFigures(leaf.units.flatMap((unit) => unit.quarters.filter(({ part }) => part === 'counted').map(({ figure }) => figure))),
            ).toEqual(leaf.figure);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('adds up to the whole as it is summed quarter by quarter, also while quarters are missing', () => {
    const leaves = leafCells(format).filter((cell) => cell.isPrinted);
    const quarter = fc.option(anyBook(format, { withUnknown: true }), { freq: 2 });
    const year = fc.tuple(quarter, quarter, quarter, quarter);
    fc.assert(
      fc.property(fc.array(year, { minLength: 1, maxLength: 3 }), fc.constantFrom(...leaves), (units, cell) => {
        const sources = units.map((books, index) => ({ unit: `单位${index + 1}`, books }));
        const trace = traceCell(format, cell.id, sources);
        expect(trace.figure).toEqual(figureAt(summedByQuarter(units, cell), cell.id));
        if (trace.kind !== 'units' || trace.figure.state === 'not_filled') return;
        const told = trace.units.map((unit) => unit.figure).filter(isFilled);
        expect(addFigures(told)).toEqual(trace.figure);
        for (const unit of trace.units) if (!isFilled(unit.figure)) expect(unit.lacks).not.toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('leaves an opening that waits for its first quarter out of the sum and names the unit', () => {
    const book = (open: number) => aBook({ 's3.carried_in.natural_person': open });
    const trace = traceCell(format, 's3.carried_in.natural_person', [
      { unit: '甲', books: [book(3), book(5), null, null] },
      { unit: '乙', books: [null, book(7), null, null] },
    ]);
    expect(trace).toMatchObject({
      figure: count(3),
      units: [
        { figure: count(3), lacks: [] },
        { figure: notFilled, lacks: [1] },
      ],
    });
    expect(traceCell(format, 's3.carried_out.natural_person', [{ unit: '甲', books: [book(3), null, null, null] }]).figure).toEqual(
      notFilled,
    );
  });

  it('shows the levels that do not count, and the one that does', () => {
    const book = (out: number) => aBook({ 's3.carried_out.natural_person': out });
    const trace = traceCell(format, 's3.carried_out.natural_person', [{ unit: '甲', books: [book(3), book(5), book(2), book(1)] }]);
    expect(
      trace.kind === 'units' && trace.units[0]?.quarters.map(({ figure, part }) => [figure.state === 'number' ? figure.value : null, part]),
    ).toEqual([
      [3, 'level'],
      [5, 'level'],
      [2, 'level'],
      [1, 'counted'],
    ]);
  });

  it('names missing quarters and those outside the life of a unit', () => {
    const book = aBook({ 's2.licensing_decisions': 2 });
    const trace = traceCell(format, 's2.licensing_decisions', [
      { unit: '甲', books: [null, book, null, null], span: { first: 2, last: 3 } },
    ]);
    expect(trace.kind === 'units' && trace.units[0]?.quarters.map(({ part }) => part)).toEqual([
      'outside',
      'counted',
      'missing',
      'outside',
    ]);
  });

  it('keeps a unit without any filing in the tree', () => {
    const trace = traceCell(format, 's2.licensing_decisions', [
      { unit: '甲', books: [null, null, null, null] },
      { unit: '乙', books: [aBook({ 's2.licensing_decisions': 2 }), null, null, null] },
    ]);
    expect(trace.figure).toEqual({ state: 'number', value: 2, decimals: 0 });
    expect(trace.kind === 'units' && trace.units[0]?.figure).toEqual(notFilled);
  });

  it('shows the transfer that was left out, at the opening and at the closing', () => {
    const quarter = (carriedIn: number, out: number) =>
      aBook({ 's3.carried_in.natural_person': carriedIn, 's3.carried_out.natural_person': out });
    const sources = [
      { unit: '旧局', books: [quarter(4, 5), null, null, null] as const, span: { first: 1, last: 1 } as const },
      { unit: '新局', books: [quarter(3, 1), quarter(6, 1), quarter(1, 1), quarter(1, 2)] as const },
    ];
    const transfer = { fromUnit: '旧局', toUnit: '新局', cell: 's3.carried_in.natural_person', value: 5, quarter: 2 as const };
    const traces = ['s3.carried_in.natural_person', 's3.carried_out.natural_person'].map((cell) =>
      traceCell(format, cell, sources, [transfer]),
    );
    expect(traces).toMatchObject([
      { figure: { value: 7 }, leftOut: [transfer] },
      { figure: { value: 2 }, leftOut: [transfer] },
    ]);
  });
});

/** As the store sums: the approved filings of each quarter, a cell that one of them does not know left out. */
function summedByQuarter(units: readonly QuarterBooks[], { id }: Cell): FigureBook {
  const books = quarters.map((quarter) => {
    const filed = units.map((unit) => unit[quarter - 1] ?? null).filter((book) => book !== null);
    const sum = addFigures(filed.map((book) => figureAt(book, id)));
    if (filed.length === 0) return null;
    return new Map(isFilled(sum) ? [[id, sum]] : []);
  }) as unknown as QuarterBooks;
  if (books.every((book) => book === null)) return new Map();
  const whole = unitInWhole(formatBehind(format, id), { unit: '合计', books, span: wholeYear, successor: null }, []);
  return rollUpUnits(formatBehind(format, id), [whole]).figures;
}

function leavesOf(trace: Trace): Extract<Trace, { kind: 'units' }>[] {
  return trace.kind === 'units' ? [trace] : trace.terms.flatMap(leavesOf);
}
