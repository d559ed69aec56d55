import { type FigureBook, sumAt } from '../figures';
import type { CellId, Format } from '../formats';
import type { Scope } from '../subject';
import { type Measure, measureOf } from './measures';

/**
 * Below so many cases no share and no change in percent is shown, only the counts. At 30 one case more or less moves a share by
 * 3.3 points; with fewer it moves it by more than most years differ, and a chance would be read as a trend.
 */
export const minForPercent = 30;

/** Money has no small number of cases; a change in percent needs a base of at least 1 万元, in 分. */
export const minMoneyForPercent = 1_000_000;

/** What is known of one year. The figures of a gap are null. */
export interface TrendYear {
  year: number;
  scope: Scope;
  format: Format;
  figures: FigureBook | null;
  /** Something of the year is not in it: quarters to come, or units that are missing. */
  isPartial: boolean;
  /** Cells that are not told because not every unit has filed its level; absent when there are none. */
  leftOut?: ReadonlySet<CellId>;
}

/**
 * Percent in tenths, rounded half away from zero. `few`: the counts are too small for one. `unlike`: one of the two years is not
 * whole. Null: there is nothing to compare.
 */
export type Percent = { tenths: number } | 'few' | 'unlike' | null;

export interface TrendPoint {
  year: number;
  /** Cases, or 分 for money. Null is a gap: not known, which is not 0. */
  value: number | null;
  /** The gap is a level that not every unit has filed yet. */
  isLeftOut: boolean;
  isPartial: boolean;
  share: Percent;
  /** Against the year before. */
  change: Percent;
}

/**
 * One measure through the years of one report: what may be shown and what not.
 *
 * A year without figures, or whose format has no such cell, is a gap. A change is told only between two whole years that follow
 * each other; a share also of a year under way, because numerator and denominator lack the same.
 *
 * @param years oldest first, all of one scope
 * @throws Error when own_organ and consolidated are mixed
 */
export function trendOf(measure: Measure, years: readonly TrendYear[]): TrendPoint[] {
  if (new Set(years.map((year) => year.scope)).size > 1) throw new Error('two scopes in one trend');
  const whole = measure.shareOf && measureOf(measure.shareOf);
  return years.map((year, at): TrendPoint => {
    const value = valueIn(measure, year);
    const of = whole ? valueIn(whole, year) : null;
    const before = years[at - 1];
    return {
      year: year.year,
      value,
      isLeftOut: value === null && (measure.parts(year.format) ?? []).some((cell) => year.leftOut?.has(cell)),
      isPartial: year.isPartial,
      share: value === null || of === null ? null : shareOf(value, of),
      change: before?.year === year.year - 1 ? changeOf(measure, before, year) : null,
    };
  });
}

/** The measure in one year; null when it is not known or the format has no such figure. */
export function valueIn(measure: Measure, { format, figures }: Pick<TrendYear, 'format' | 'figures'>): number | null {
  const parts = measure.parts(format);
  return parts && figures ? sumAt(figures, parts) : null;
}

/** A part of a whole in percent, unless the whole is too small. */
export function shareOf(part: number, whole: number): Percent {
  return whole < minForPercent ? 'few' : { tenths: tenthsOf(part, whole) };
}

function changeOf(measure: Measure, before: TrendYear, now: TrendYear): Percent {
  const [from, to] = [valueIn(measure, before), valueIn(measure, now)];
  if (from === null || to === null) return null;
  if (before.isPartial || now.isPartial) return 'unlike';
  if (from < (measure.isMoney ? minMoneyForPercent : minForPercent)) return 'few';
  return { tenths: tenthsOf(to - from, from) };
}

/** Tenths of a percent, half away from zero. Whole numbers only, so that nothing is rounded twice. */
function tenthsOf(part: number, whole: number): number {
  const exact = Math.floor((2 * 1000 * Math.abs(part) + whole) / (2 * whole));
  return part < 0 && exact !== 0 ? -exact : exact;
}

/** `12.5 %`, in the sign of its number. */
export function printTenths(tenths: number): string {
  const [whole, rest] = [Math.trunc(Math.abs(tenths) / 10), Math.abs(tenths) % 10];
  return `${tenths < 0 ? '-' : ''}${whole}.${rest}%`;
}

/** A value as it is shown: cases, or 分 as 万元 without nought at the end. */
export function printValue(measure: Pick<Measure, 'isMoney'>, value: number): string {
  if (!measure.isMoney) return String(value);
  const digits = String(Math.abs(value)).padStart(7, '0');
  const decimals = digits.slice(-6).replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -6)}${decimals ? `.${decimals}` : ''}`;
}
