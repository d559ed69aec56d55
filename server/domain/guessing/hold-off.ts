/**
 * How guesses are counted at one place: at an account from one source, or at an account from everywhere together.
 *
 * A place never shuts for good and never for everybody: after the free tries each further one is looked at after a wait, and the waits grow.
 */
export interface GuessRule {
  /** Tries that are looked at without a wait between them. */
  free: number;
  /** The wait after the last free try, after the one that follows it, and so on; the last stands for all later ones. Growing. */
  waitsMs: readonly number[];
  /** A count that led to no wait is forgotten this long after its last try. */
  quietMs: number;
  /** One that did is remembered this long after its last try, so that patience does not make the waits short again. */
  heldMs: number;
}

const minute = 60_000;
const hour = 60 * minute;
/** How far the clocks of machines on one database may stand apart. */
const clocksApartMs = 5 * minute;

/**
 * An account from one source: an address, a browser that signed in to it before, or a session that confirms. Five tries, then a wait of a
 * quarter of an hour that grows to an hour, so that no window of a quarter of an hour holds more than five.
 *
 * @source 等级保护 身份鉴别 b): five failures in 15 minutes hold off for 15; ASVS 6.3.1
 */
export const bySource: GuessRule = {
  free: 5,
  waitsMs: [15 * minute, 30 * minute, hour],
  quietMs: 15 * minute,
  heldMs: 24 * hour,
};

/**
 * An account from all sources together that never signed in to it before. The waits are short at first, so that somebody else's guesses delay a new
 * computer by minutes, and keep an hour below the twenty tries that five in each quarter of an hour would be.
 *
 * @source ASVS 6.1.1: no malicious lock-out
 */
export const byAccount: GuessRule = {
  free: 10,
  waitsMs: [1, 2, 4, 8, 15].map((minutes) => minutes * minute),
  quietMs: hour,
  heldMs: 24 * hour,
};

/** An account from whatever cannot be told apart, behind a proxy that does not say for whom: five tries, then the short waits, because many share them. */
export const byUnknownSource: GuessRule = { ...byAccount, free: bySource.free };

/** What is known of one place. */
export interface GuessCount {
  tries: number;
  /** Until when no try is looked at. */
  heldUntil: Date | null;
  /** From when on the count is as if it had never been. */
  forgetAt: Date;
}

/** Until when this place is held off, or null. */
export function heldUntil(rule: GuessRule, count: GuessCount | null, now: Date): Date | null {
  if (!count?.heldUntil) return null;
  const leftMs = count.heldUntil.getTime() - now.getTime();
  // A clock that was set back since would hold for hours what the rule holds for minutes. One that is a little behind is another machine's.
  return leftMs > 0 && leftMs <= waitAfter(rule, count.tries) + clocksApartMs ? count.heldUntil : null;
}

/** The count with one more try that is looked at. Only for a place that is not held off. */
export function withOneMore(rule: GuessRule, count: GuessCount | null, now: Date): GuessCount {
  const tries = count && count.forgetAt > now ? count.tries + 1 : 1;
  const waitMs = waitAfter(rule, tries);
  return {
    tries,
    heldUntil: waitMs > 0 ? later(now, waitMs) : null,
    forgetAt: later(now, waitMs > 0 ? rule.heldMs : rule.quietMs),
  };
}

/** The wait that begins with a try, in milliseconds; 0 while it is a free one. */
function waitAfter({ free, waitsMs }: GuessRule, tries: number): number {
  if (tries < free) return 0;
  return waitsMs[Math.min(tries - free, waitsMs.length - 1)] ?? 0;
}

function later(moment: Date, ms: number): Date {
  return new Date(moment.getTime() + ms);
}
