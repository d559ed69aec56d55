import { type Day, daysBetween } from '../periods';

/**
 * The last day on which a unit's part is in time: the quarter's, or the one the office has given this unit, whichever is later. The only place that
 * knows; whatever asks when something of a unit is due asks here (`due-days-go-through-here.test.ts`).
 *
 * @param of.quarterDueOn everybody's
 * @param of.extendedTo this unit's own, null without one
 */
export function dueOf({ quarterDueOn, extendedTo }: { quarterDueOn: Day; extendedTo: Day | null }): Day {
  return extendedTo !== null && extendedTo > quarterDueOn ? extendedTo : quarterDueOn;
}

/** Days that are left, the last one not counted; negative: it is over since so many. */
export function daysLeft(dueOn: Day, today: Day): number {
  return daysBetween(today, dueOn);
}

/** Days since it was due; 0 on the last day and before. */
export function daysOver(dueOn: Day, today: Day): number {
  return Math.max(0, -daysLeft(dueOn, today));
}

/** Whether the last day is over: it lasts until midnight in the office's time zone. */
export function isOver(dueOn: Day, today: Day): boolean {
  return dueOn < today;
}

/** For what is told in the order in which it is due. */
export function byDue(a: { dueOn: Day }, b: { dueOn: Day }): number {
  if (a.dueOn === b.dueOn) return 0;
  return a.dueOn < b.dueOn ? -1 : 1;
}
