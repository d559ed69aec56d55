import { type Figure, maxDecimals } from '../figures';
import type { Cell, CellId } from '../formats';
import type { SeededRandom } from '../seeded-random';
import { cut } from './cut';
import { total } from './pair-up';
import type { Shares } from './shares';

/** By unit, then by quarter. */
export type Grid = number[][];

/** A fee is only charged, and money only spent, where there is something it was charged or spent for. */
export const chargedFor: Readonly<Record<CellId, CellId>> = {
  's6.processing_fee': 's6.processing_fee_cases',
  's2.procurement.amount_yuan': 's2.procurement.items',
};

/** 2019: what is public at the end of a quarter has grown by what was published in it. */
export const grownBy: Readonly<Record<CellId, CellId>> = {
  's2.regulations.public_total': 's2.regulations.published',
  's2.normative_documents.public_total': 's2.normative_documents.published',
};

/**
 * Splits a figure that no balance ties: decisions, fees, items. A flow goes to units and quarters; a level that nothing
 * opens from (上一年项目数量) is the same in every quarter of a unit.
 *
 * Money is cut in steps of its last printed decimal, so that the parts print as exactly as the whole does.
 */
export function splitPlain(cell: Cell, figure: Figure, places: { shares: Shares; leader: Grid | null; random: SeededRandom }): Grid {
  const { shares, leader, random } = places;
  if (figure.state !== 'number') return shares.units.map(() => [0, 0, 0, 0]);
  const lastDecimal = 10 ** (maxDecimals[cell.quantity] - figure.decimals);
  const step = figure.value % lastDecimal === 0 ? lastDecimal : 1;
  const inSteps = figure.value / step;
  const busy = leader?.flat().some((value) => value > 0) ? leader : null;
  const perUnit = cut(inSteps, busy ? busy.map(total) : shares.units, random);
  return perUnit.map((part, unit) => {
    if (cell.addsUp !== 'flow') return [part, part, part, part].map((value) => value * step);
    return cut(part, busy?.[unit] ?? shares.quarters[unit] ?? [1, 1, 1, 1], random).map((value) => value * step);
  });
}

/** Splits a closing level, reckoned back from 31 December by what each quarter added; never below zero. */
export function splitLevel(closing: number, growth: Grid, { shares, random }: { shares: Shares; random: SeededRandom }): Grid {
  return cut(closing, shares.units, random).map((last, unit) => {
    const levels = [last];
    for (const added of [3, 2, 1].map((quarter) => growth[unit]?.[quarter] ?? 0)) levels.unshift(Math.max(0, (levels[0] ?? 0) - added));
    return levels;
  });
}
