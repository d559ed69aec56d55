import type { SeededRandom } from '../seeded-random';

/** How big the units are against each other, and how busy each unit's quarters. */
export interface Shares {
  units: readonly number[];
  /** By unit, four each. */
  quarters: readonly (readonly number[])[];
}

/** Units between 0.6 and 1.6 times an ordinary one, quarters between 0.7 and 1.3: none is idle, none has it all. */
export function drawShares(units: number, random: SeededRandom): Shares {
  return {
    units: Array.from({ length: units }, () => 0.6 + random.next()),
    quarters: Array.from({ length: units }, () => Array.from({ length: 4 }, () => 0.7 + 0.6 * random.next())),
  };
}
