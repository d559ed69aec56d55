/** A figure below this is too small for its ratio to say anything. */
const minOfInterest = 5;
const farAway = 3;

/**
 * Whether a figure lies far from its own history: more than three times its median, or less than a third. A hint for the
 * person who types it, never a finding.
 *
 * @returns the median it was compared with, or null when it is not far or there is no history
 */
export function outlierAgainst(value: number, history: readonly number[]): number | null {
  if (history.length === 0) return null;
  const sorted = [...history].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle] : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
  if (median === undefined || Math.max(value, median) < minOfInterest) return null;
  return value > farAway * median || value * farAway < median ? median : null;
}
