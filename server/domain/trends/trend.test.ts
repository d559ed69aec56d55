import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, type Figure, type FigureBook, withComputed } from '../figures';
import { type CellId, getFormat, leafCells } from '../formats';
import { measureOf, measures, minForPercent, printTenths, printValue, type TrendYear, trendOf } from '.';

const format = getFormat('2021');

function aYear(year: number, given: Record<CellId, number> | null, more: Partial<TrendYear> = {}): TrendYear {
  const leaves = new Map<CellId, Figure>(leafCells(more.format ?? format).map((cell) => [cell.id, count(given?.[cell.id] ?? 0)]));
  const figures: FigureBook | null = given && withComputed(more.format ?? format, leaves);
  return { year, scope: 'own_organ', format, figures, isPartial: false, ...more };
}

const granted = 's3.granted.natural_person';
const misc = 's3.other_misc.natural_person';

describe('a measure through the years', () => {
  it('is a gap, never 0, in a year without data', () => {
    const points = trendOf(measureOf('answered'), [aYear(2023, { [granted]: 40 }), aYear(2024, null), aYear(2025, { [granted]: 60 })]);
    expect(points.map((point) => point.value)).toEqual([40, null, 60]);
    expect(points.map((point) => point.change)).toEqual([null, null, null]);
  });

  it('is a gap where the format of the year has no such figure, and goes on where only its id differs', () => {
    const old = getFormat('2019');
    const years = [aYear(2020, { 's2.licensing.decisions': 50 }, { format: old }), aYear(2021, { 's2.licensing_decisions': 75 })];
    expect(trendOf(measureOf('licensing'), years).map((point) => point.value)).toEqual([50, 75]);
    expect(trendOf(measureOf('licensing'), years)[1]?.change).toEqual({ tenths: 500 });
    expect(trendOf(measureOf('fees'), years).map((point) => point.value)).toEqual([null, 0]);
    expect(trendOf(measureOf('normative_documents'), years)[0]?.value).toBeNull();
  });

  it('shares: 20 of 30 answered is 66.7%, 20 of 29 is not told', () => {
    const share = (others: number) => trendOf(measureOf('open'), [aYear(2025, { [granted]: 20, [misc]: others })])[0]?.share;
    expect(share(10)).toEqual({ tenths: 667 });
    expect(share(9)).toBe('few');
  });

  it('changes: 30 to 45 is +50.0%, 29 to 45 is not told, to 0 from 30 is -100.0%', () => {
    const change = (from: number, to: number) =>
      trendOf(measureOf('answered'), [aYear(2024, { [granted]: from }), aYear(2025, { [granted]: to })])[1]?.change;
    expect(change(30, 45)).toEqual({ tenths: 500 });
    expect(change(29, 45)).toBe('few');
    expect(change(30, 0)).toEqual({ tenths: -1000 });
  });

  it('a year under way is not compared with a whole one; its shares are told', () => {
    const years = [aYear(2024, { [granted]: 90 }), aYear(2025, { [granted]: 60 }, { isPartial: true })];
    expect(trendOf(measureOf('open'), years)[1]).toMatchObject({ value: 60, share: { tenths: 1000 }, change: 'unlike' });
  });

  it('refuses to mix the reports of one organ and of the whole', () => {
    expect(() => trendOf(measureOf('received'), [aYear(2024, {}), aYear(2025, {}, { scope: 'consolidated' })])).toThrow('two scopes');
  });

  it('prints cases as they are and money in 万元', () => {
    expect(printValue({ isMoney: false }, 1204)).toBe('1204');
    expect([592_372_449, 1_000_000, 50, 0].map((fen) => printValue({ isMoney: true }, fen))).toEqual(['592.372449', '1', '0.00005', '0']);
  });

  it('prints tenths of a percent', () => {
    expect([667, 5, 0, -1000, -4].map(printTenths)).toEqual(['66.7%', '0.5%', '0.0%', '-100.0%', '-0.4%']);
  });

  it('whatever the figures: counts are told whenever they are known, percentages only from enough of them, and shares add up', () => {
    const leaves = leafCells(format).map((cell) => cell.id);
    const year = fc.option(fc.array(fc.nat(40), { minLength: leaves.length, maxLength: leaves.length }));
    const outcomes = ['open', 'denied', 'unable', 'refused', 'other'] as const;
    fc.assert(
      fc.property(fc.array(fc.tuple(year, fc.boolean()), { minLength: 1, maxLength: 4 }), (given) => {
        const years = given.map(([values, isPartial], at) =>
          aYear(2020 + at, values && Object.fromEntries(leaves.map((id, place) => [id, Math.max(0, (values[place] ?? 0) - 36)])), {
            isPartial,
          }),
        );
        for (const measure of measures)
          for (const [at, point] of trendOf(measure, years).entries()) {
            const { figures } = years[at] as TrendYear;
            expect(point.value === null).toBe(figures === null);
            const of = measure.shareOf && trendOf(measureOf(measure.shareOf), years)[at]?.value;
            if (of !== null && of !== undefined) expect(point.share === 'few').toBe(of < minForPercent);
            else expect(point.share).toBeNull();
            const before = years[at - 1];
            if (typeof point.change === 'object' && point.change) {
              expect(before?.isPartial || point.isPartial).toBe(false);
              expect(trendOf(measure, years)[at - 1]?.value).toBeGreaterThanOrEqual(minForPercent);
            }
          }
        for (const [at] of years.entries()) {
          const shares = outcomes.map((key) => trendOf(measureOf(key), years)[at]?.share);
          if (!shares.every((share) => typeof share === 'object' && share)) continue;
          const sum = shares.reduce((all, share) => all + (share as { tenths: number }).tenths, 0);
          expect(Math.abs(sum - 1000)).toBeLessThanOrEqual(3);
        }
      }),
      { numRuns: 60 },
    );
  });
});
