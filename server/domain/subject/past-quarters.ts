import type { CellId } from '../formats';

/**
 * What a unit's quarter is compared with by the rules that know a usual figure. Plain JSON: the form carries it to the browser, so that both ask
 * about the same figures.
 */
export interface PastQuarters {
  /** The unit's approved quarters before this one, the oldest first. */
  quarters: readonly { year: number; quarter: number }[];
  /** What each of them says, in the order of `quarters`, in the smallest unit; null: not known there. Flows and closings. */
  values: Readonly<Record<CellId, readonly (number | null)[]>>;
  /** What the same quarter says in units of the same kind; empty once the unit has a history of its own. Flows. */
  peers: Readonly<Record<CellId, Usual>>;
}

/** The middle of some figures and how far they lie from it. */
export interface Usual {
  /** The median, in the smallest unit. */
  middle: number;
  /** Robust standard deviation of the logarithms: 1.4826 times their median distance from that of the middle. */
  spread: number;
  /** How many figures. */
  count: number;
}
