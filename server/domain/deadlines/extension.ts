import { addDays, type Day, isTooFar } from '../periods';
import { isOver } from './due-of';

/** How a unit came to a later day: the office gave it, or its quarter came back. */
export const extensionCauses = ['granted', 'returned', 'unlocked'] as const;
export type ExtensionCause = (typeof extensionCauses)[number];

/** A unit's own day for a quarter. */
export interface Extension {
  until: Day;
  /** Why, in words; empty where the quarter came back. */
  reason: string;
  cause: ExtensionCause;
}

/** What a unit asks for. */
export interface ExtensionAsk {
  until: Day;
  reason: string;
}

export type ExtensionProblem = 'over' | 'not_later' | 'too_far';

/**
 * Why a day cannot be a unit's own; null when it can. Not one that is over, which nobody means; nor one that is no later than everybody's, which
 * would extend nothing.
 *
 * @param of.laterThan everybody's day; where a unit asks, the day that it has
 */
export function extensionProblem(
  until: Day,
  { laterThan, year, today }: { laterThan: Day; year: number; today: Day },
): ExtensionProblem | null {
  if (until < today) return 'over';
  if (until <= laterThan) return 'not_later';
  return isTooFar(year, until, today) ? 'too_far' : null;
}

/** The day that is asked for or given where nothing else is said: five days on, from the due day or from today where that is over. */
export function usualExtension(dueOn: Day, today: Day): Day {
  return addDays(isOver(dueOn, today) ? today : dueOn, 5);
}

export const maxReasonCharacters = 500;
