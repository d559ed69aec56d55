import { daysLeft } from '../deadlines';
import type { Day } from '../periods';

/** So many days before something is due its people are reminded; and once when it is overdue. */
export const reminderDays = [1, 3, 7] as const;
export type DueStage = (typeof reminderDays)[number] | 'overdue';

/**
 * Which reminder is right on this day; null: it is too early for any. A day on which nothing was sent is made up for: six days before, the one of seven
 * days is still right.
 *
 * @param dueOn the last day
 */
export function dueStage(dueOn: Day, today: Day): DueStage | null {
  const left = daysLeft(dueOn, today);
  if (left < 0) return 'overdue';
  return reminderDays.find((days) => left <= days) ?? null;
}
