import type { Cell } from '../../formats';
import type { Usual } from '../../subject';

/**
 * What counts as one thing of a quantity, in its smallest unit. Amounts come in lumps and not one by one: 0.1 万元 and 100 元 weigh like
 * one case, so that small change is as little news as a few cases.
 */
const oneThing: Record<Cell['quantity'], number> = { count: 1, ten_thousand_yuan: 100_000, yuan: 10_000 };

/** Chance alone moves a count by so many of its own standard deviations, hardly more. It is the floor for small numbers. */
const maxByChance = 3;
/** So many spreads away is far. */
const maxSpreads = 4;
/** Spreads of a unit's own quarters: a busy quarter is no news however even the others were, and an uneven past hides no slip of ten times. */
const ownSpreads = { min: 0.33, max: 0.4 };
/** Units of one kind are of different sizes, so they are told apart by less. */
const peerSpreads = { min: 0.5, max: Number.POSITIVE_INFINITY };

/** Where fewer are usual, a quarter with none at all is ordinary: a small office has one every few years. */
const minForNone = 10;

/** A standard deviation in terms of the median distance, for normal scatter. */
const deviationsPerMedian = 1.4826;

/** @param values at least one, in the smallest unit of the cell */
export function usualOf(values: readonly number[], cell: Pick<Cell, 'quantity'>): Usual {
  const middle = median(values);
  const away = values.map((value) => Math.abs(onLogScale(value, cell) - onLogScale(middle, cell)));
  return { middle, spread: deviationsPerMedian * median(away), count: values.length };
}

/** Whether a value is further from what is usual for its own unit than chance and busy quarters explain. */
export function isFarFromOwn(value: number, usual: Usual, cell: Pick<Cell, 'quantity'>): boolean {
  return isFar(value, usual, cell, ownSpreads);
}

/** The same against units of the same kind. */
export function isFarFromPeers(value: number, usual: Usual, cell: Pick<Cell, 'quantity'>): boolean {
  return isFar(value, usual, cell, peerSpreads);
}

function isFar(value: number, { middle, spread }: Usual, cell: Pick<Cell, 'quantity'>, { min, max }: typeof ownSpreads): boolean {
  if (value === 0 && middle < minForNone * oneThing[cell.quantity]) return false;
  const byChance = Math.abs(onRootScale(value, cell) - onRootScale(middle, cell));
  const byRatio = Math.abs(onLogScale(value, cell) - onLogScale(middle, cell));
  return byChance > maxByChance && byRatio > maxSpreads * Math.min(max, Math.max(min, spread));
}

/** Anscombe's root: on it counts scatter by about 1, whatever their size. */
function onRootScale(value: number, { quantity }: Pick<Cell, 'quantity'>): number {
  return 2 * Math.sqrt(Math.max(0, value) / oneThing[quantity] + 3 / 8);
}

/** Ratios as distances; one is added so that nothing has a place on it. */
function onLogScale(value: number, { quantity }: Pick<Cell, 'quantity'>): number {
  return Math.log(Math.max(0, value) / oneThing[quantity] + 1);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = sorted.length >> 1;
  const upper = sorted[at] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[at - 1] ?? 0) + upper) / 2;
}
