import { expect, test } from 'vitest';
import { type Figure, withComputed } from '@/server/domain/figures';
import { getFormat } from '@/server/domain/formats';
import { wholeYear } from '@/server/domain/roll-up';
import { cellYearToDate } from './year-to-date';

const format = getFormat('2021');
const flow = 's3.granted.natural_person';
const number = (value: number): Figure => ({ state: 'number', value, decimals: 0 });
const ofUnit = { unitId: 'heir', span: wholeYear, takenOver: [] };
const past = (quarter: 1 | 2 | 3, value: number, cell = flow) => ({ quarter, figures: { [cell]: number(value) } });

test('a flow is the approved quarters and what stands on the screen: 3 + 5 + 7 = 15', () => {
  expect(cellYearToDate(format, flow, { quarter: 3, before: [past(1, 3), past(2, 5)], now: new Map([[flow, number(7)]]), ofUnit })).toEqual(
    {
      figure: number(15),
      approved: [1, 2],
      missing: [],
      hasThis: true,
    },
  );
});

test('a quarter that is not approved is named and left out, and so is this one while the cell is empty', () => {
  expect(cellYearToDate(format, flow, { quarter: 3, before: [past(1, 3)], now: new Map(), ofUnit })).toEqual({
    figure: number(3),
    approved: [1],
    missing: [2],
    hasThis: false,
  });
});

test('carried in is that of the first quarter, carried out what stands now', () => {
  const opening = 's3.carried_in.natural_person';
  const closing = 's3.carried_out.natural_person';
  const at = (cell: string) =>
    cellYearToDate(format, cell, { quarter: 2, before: [past(1, 2, cell)], now: new Map([[cell, number(9)]]), ofUnit }).figure;
  expect([at(opening), at(closing)]).toEqual([number(2), number(9)]);
});

test('a total is reckoned anew from its terms', () => {
  const terms = format.cells.get('s3.granted.total')?.terms ?? [];
  const book = (value: number) => new Map(terms.map((id) => [id, number(value)]));
  const before = [{ quarter: 1 as const, figures: Object.fromEntries(book(1)) }];
  expect(cellYearToDate(format, 's3.granted.total', { quarter: 2, before, now: withComputed(format, book(2)), ofUnit }).figure).toEqual(
    number(18),
  );
});

test('what was taken over from a closed unit in the second quarter is in the opening and its total: 2 + 3 = 5, once that quarter is in', () => {
  const opening = 's3.carried_in.natural_person';
  const takenOver = [{ fromUnit: 'closed', toUnit: 'heir', cell: opening, value: 3, quarter: 2 as const }];
  const at = (cell: string, now: [string, Figure][]) =>
    cellYearToDate(format, cell, { quarter: 2, before: [past(1, 2, opening)], now: new Map(now), ofUnit: { ...ofUnit, takenOver } }).figure;
  expect(at(opening, [[opening, number(7)]])).toEqual(number(5));
  expect(at(opening, [])).toEqual(number(2));
});

test('a unit that began within the year has its own first opening, and no quarter missing before it', () => {
  const opening = 's3.carried_in.natural_person';
  const asked = { quarter: 3 as const, before: [past(2, 4, opening)], now: new Map([[opening, number(6)]]) };
  expect(cellYearToDate(format, opening, { ...asked, ofUnit: { ...ofUnit, span: { first: 2, last: 4 } } })).toMatchObject({
    figure: number(4),
    missing: [],
  });
});
