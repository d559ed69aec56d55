/** Numbers that look random and are the same for the same seed. */
export interface Chance {
  /** 0 ≤ x < 1 */
  next(): number;
  below(limit: number): number;
  of<T>(all: readonly T[]): T;
}

/** mulberry32 */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    below: (limit) => Math.floor(next() * limit),
    of(all) {
      const one = all[Math.floor(next() * all.length)];
      if (one === undefined) throw new Error('nothing to choose from');
      return one;
    },
  };
}
