import type { SeededRandom } from '../seeded-random';
import { takeFrom } from './cut';

/** The four sides of a balance, in numbers: what was there, what came, where it went, what is left. */
export interface Amounts {
  opening: number;
  inflow: number;
  outflows: readonly number[];
  closing: number;
}

/** Each thing that was there or came, paired with where it went; and those without a partner. */
export interface Pairs {
  openingToOutflow: number[];
  openingToClosing: number;
  inflowToOutflow: number[];
  inflowToClosing: number;
  alone: Amounts;
}

/**
 * Pairs entries with exits. What was there at the start leaves first, as requests do. When the published sides do not
 * balance, the difference stays alone: too many entries are taken from the new ones, too many exits from the outcomes.
 */
export function pairUp(amounts: Amounts, random: SeededRandom): Pairs {
  const alone = takeAlone(amounts, random);
  const opening = amounts.opening - alone.opening;
  const outflows = amounts.outflows.map((outflow, index) => outflow - (alone.outflows[index] ?? 0));
  const openingLeaves = Math.min(opening, total(outflows));
  const openingToOutflow = takeFrom(openingLeaves, outflows, random);
  const openingToClosing = opening - openingLeaves;
  return {
    openingToOutflow,
    openingToClosing,
    inflowToOutflow: outflows.map((outflow, index) => outflow - (openingToOutflow[index] ?? 0)),
    inflowToClosing: amounts.closing - alone.closing - openingToClosing,
    alone,
  };
}

/** Entries minus exits: 0 when the balance holds. */
export function gapOf({ opening, inflow, outflows, closing }: Amounts): number {
  return opening + inflow - total(outflows) - closing;
}

function takeAlone(amounts: Amounts, random: SeededRandom): Amounts {
  const gap = gapOf(amounts);
  const entries = Math.max(0, gap);
  const exits = Math.max(0, -gap);
  const inflow = Math.min(entries, amounts.inflow);
  const outcomes = Math.min(exits, total(amounts.outflows));
  return { opening: entries - inflow, inflow, outflows: takeFrom(outcomes, amounts.outflows, random), closing: exits - outcomes };
}

export function total(parts: readonly number[]): number {
  return parts.reduce((sum, part) => sum + part, 0);
}
