/** A quarter in a slip's words; a successor's says whose it is, because every other is the unit's own. */
export function periodInReach(successor: string | null, period: string): string {
  return successor === null ? period : `${successor} · ${period}`;
}
