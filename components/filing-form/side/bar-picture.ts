/** One quarter of the picture, in its own units: 0 is the ground, 1 the highest value there is. */
export interface Bar {
  /** Its place from the left, from 0. */
  at: number;
  height: number;
}

/** Heights of the bars against the highest of them; nothing but zeros stays flat. */
export function barsOf(values: readonly (number | null)[]): Bar[] {
  const most = Math.max(0, ...values.flatMap((value) => value ?? []));
  return values.flatMap((value, at) => (value === null ? [] : [{ at, height: most === 0 ? 0 : value / most }]));
}

/** The quarters that lead up to a quarter and the quarter itself, the oldest first. */
export function quartersUpTo(year: number, quarter: number, count: number): { year: number; quarter: number }[] {
  const last = year * 4 + quarter - 1;
  return Array.from({ length: count }, (_, at) => {
    const index = last - (count - 1 - at);
    return { year: Math.floor(index / 4), quarter: (index % 4) + 1 };
  });
}
