import type { SeededRandom } from '../seeded-random';
import type { Pace } from './balances';
import { cut } from './cut';
import { type Amounts, pairUp, total } from './pair-up';
import type { Shares } from './shares';

/** One unit's balance, quarter by quarter: each list has four entries. */
export interface BalanceYear {
  opening: number[];
  inflow: number[];
  /** By outcome, then by quarter. */
  outflows: number[][];
  closing: number[];
}

/** The filing that holds what found no partner: the first unit's fourth quarter, so that three quarters of the year are whole. */
export const loneFiling = { unit: 0, quarter: 4 } as const;

const quarterIndexes = [0, 1, 2, 3] as const;

/**
 * Splits a year's balance into units and quarters. Things are split, not cells: each pair of an entry and an exit gets a
 * unit, a quarter of entry and a quarter of exit not before it. Openings and closings then follow by counting, and the
 * closing of each quarter is the opening of the next, whatever the numbers are.
 *
 * @param amounts whole numbers, none negative
 * @returns one year per unit; summed they give `amounts`. Every filing balances, save the lone one when `amounts` do not
 */
export function splitBalance(amounts: Amounts, pace: Pace, shares: Shares, random: SeededRandom): BalanceYear[] {
  const pairs = pairUp(amounts, random);
  const years = shares.units.map(() => emptyYear(amounts.outflows.length));
  const perUnit = (things: number, place: (ledger: UnitLedger, part: number) => void): void => {
    cut(things, shares.units, random).forEach((part, unit) => {
      const year = years[unit];
      if (year && part > 0) place({ year, quarters: shares.quarters[unit] ?? [1, 1, 1, 1], pace, random }, part);
    });
  };
  pairs.openingToOutflow.forEach((things, outcome) => {
    perUnit(things, (ledger, part) => leaveFromOpening(ledger, part, outcome));
  });
  perUnit(pairs.openingToClosing, ({ year }, part) => hold(year, part, 0, 4));
  pairs.inflowToOutflow.forEach((things, outcome) => {
    perUnit(things, (ledger, part) => enterAndLeave(ledger, part, outcome));
  });
  perUnit(pairs.inflowToClosing, enterAndStay);
  const lone = years[loneFiling.unit];
  if (lone) placeAlone(lone, pairs.alone);
  return years;
}

interface UnitLedger {
  year: BalanceYear;
  quarters: readonly number[];
  pace: Pace;
  random: SeededRandom;
}

function leaveFromOpening({ year, pace, random }: UnitLedger, part: number, outcome: number): void {
  cut(part, pace, random).forEach((things, quarter) => {
    leave(year, outcome, quarter, things);
    hold(year, things, 0, quarter);
  });
}

function enterAndLeave({ year, quarters, pace, random }: UnitLedger, part: number, outcome: number): void {
  const spans = quarterIndexes.flatMap((entry) => quarterIndexes.filter((exit) => exit >= entry).map((exit) => ({ entry, exit })));
  const weights = spans.map(({ entry, exit }) => (quarters[entry] ?? 0) * (pace[exit - entry] ?? 0));
  cut(part, weights, random).forEach((things, index) => {
    const span = spans[index];
    if (!span) return;
    add(year.inflow, span.entry, things);
    leave(year, outcome, span.exit, things);
    hold(year, things, span.entry + 1, span.exit);
  });
}

/** Still open at the year's end, so it mostly came late: a quarter weighs what had not left by then. */
function enterAndStay({ year, quarters, pace, random }: UnitLedger, part: number): void {
  const weights = quarterIndexes.map((entry) => (quarters[entry] ?? 0) * total(pace.slice(3 - entry)));
  cut(part, weights, random).forEach((things, entry) => {
    add(year.inflow, entry, things);
    hold(year, things, entry + 1, 4);
  });
}

/** Lone openings are carried to the lone filing and lost there; lone closings appear there. */
function placeAlone(year: BalanceYear, alone: Amounts): void {
  const last = loneFiling.quarter - 1;
  for (const quarter of quarterIndexes) if (quarter <= last) add(year.opening, quarter, alone.opening);
  for (const quarter of quarterIndexes) if (quarter < last) add(year.closing, quarter, alone.opening);
  add(year.inflow, last, alone.inflow);
  alone.outflows.forEach((things, outcome) => {
    leave(year, outcome, last, things);
  });
  add(year.closing, last, alone.closing);
}

/** The things are there at the start of every quarter from `from` up to and including `to`, and so at the end of the one before. */
function hold(year: BalanceYear, things: number, from: number, to: number): void {
  for (let quarter = from; quarter <= to; quarter += 1) {
    if (quarter < 4) add(year.opening, quarter, things);
    if (quarter > 0) add(year.closing, quarter - 1, things);
  }
}

function leave(year: BalanceYear, outcome: number, quarter: number, things: number): void {
  const row = year.outflows[outcome];
  if (row) add(row, quarter, things);
}

function add(list: number[], quarter: number, things: number): void {
  list[quarter] = (list[quarter] ?? 0) + things;
}

function emptyYear(outcomes: number): BalanceYear {
  const none = () => [0, 0, 0, 0];
  return { opening: none(), inflow: none(), outflows: Array.from({ length: outcomes }, none), closing: none() };
}
