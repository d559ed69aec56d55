/** One figure of a bench, with the goal it is held against where there is one. */
export interface Measured {
  what: string;
  value: number;
  unit: 'req/s' | 'ms' | 's' | 'kB' | 'MiB' | 'bytes' | 'µs' | 'keys' | 'clicks' | 'times' | 'count' | 'of its throughput' | 'of its time';
  goal?: Goal;
}

export interface Goal {
  text: string;
  isMet: (value: number) => boolean;
}

export interface BenchContext {
  /** Empty, on a real disk, removed afterwards. */
  folder: string;
  /** Progress, for whoever waits. */
  say: (line: string) => void;
}

export type Bench = (context: BenchContext) => Promise<Measured[]>;

export const atLeast = (least: number): Goal => ({ text: `≥ ${least}`, isMet: (value) => value >= least });
export const atMost = (most: number): Goal => ({ text: `≤ ${most}`, isMet: (value) => value <= most });
export const exactly = (wanted: number): Goal => ({ text: `= ${wanted}`, isMet: (value) => value === wanted });

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  if (low === undefined || high === undefined) throw new Error('no values to take the median of');
  return (low + high) / 2;
}

/** @param share 0.95 for the value that 95 in 100 do not exceed */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new Error('no values to take a percentile of');
  return value;
}

export function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}
