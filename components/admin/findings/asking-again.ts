export const askEveryMs = 3_000;
/** So often without a submission less to wait for: then somebody has to want it. */
const maxAsks = 20;

/** How often it was asked since there were last fewer to wait for. */
export interface Asks {
  times: number;
  fewest: number;
}

/** What there is to do about submissions that are still being checked. */
export type NextAsk = 'nothing' | 'wait' | 'ask_soon' | 'offer';

/** One look at a time, only for a page that somebody sees, and not without end. */
export function nextAsk(count: number, { times }: Asks, { isSeen, isAsking }: { isSeen: boolean; isAsking: boolean }): NextAsk {
  if (count === 0) return 'nothing';
  if (isAsking || !isSeen) return 'wait';
  return times < maxAsks ? 'ask_soon' : 'offer';
}

/** Fewer than ever: the server gets on, and it is worth while to look as often again. */
export function seenAt(asks: Asks, count: number): Asks {
  return count < asks.fewest ? { times: 0, fewest: count } : asks;
}
