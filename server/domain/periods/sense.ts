import { type Day, daysBetween, lastDay, type Period } from './quarter';

/** Whether the quarter is over on this day: only then are its figures whole. */
export function hasEnded({ year, quarter }: Period, today: Day): boolean {
  return today > lastDay(year, quarter);
}

export type DueDayProblem = 'before_end' | 'too_far';

/** A quarter that is entered long after it ended may still be given a year. */
const maxDaysAhead = 366;

/**
 * Why a due day cannot be meant; null when it can. A quarter is not due before it ends, nor later than the end of the year that
 * follows it or a year from today, whichever is later. Days that are over are no problem here: a year of the past is full of them.
 */
export function dueDayProblem({ year, quarter }: Period, dueOn: Day, today: Day): DueDayProblem | null {
  if (dueOn < lastDay(year, quarter)) return 'before_end';
  return dueOn > `${year + 1}-12-31` && daysBetween(today, dueOn) > maxDaysAhead ? 'too_far' : null;
}

/** The year that is meant where none is named: the newest that has begun, or else the first that will. Null without any year. */
export function usualYear(years: readonly number[], today: Day): number | null {
  if (years.length === 0) return null;
  const begun = years.filter((year) => year <= yearOf(today));
  return begun.length > 0 ? Math.max(...begun) : Math.min(...years);
}

/**
 * The year that comes next: the one after the newest that has begun. Years that lie further ahead do not move it, so that one typed by
 * slip is not followed by the next. Without any year it is this one.
 */
export function nextYear(years: readonly number[], today: Day): number {
  const begun = years.filter((year) => year <= yearOf(today));
  let next = begun.length > 0 ? Math.max(...begun) + 1 : yearOf(today);
  while (years.includes(next)) next += 1;
  return next;
}

/** Whether a year needs no asking back: the next one, no later than the year after this; where there is none yet, also last year and the one to come. */
export function isExpectedYear(years: readonly number[], year: number, today: Day): boolean {
  if (year > yearOf(today) + 1) return false;
  return years.length === 0 ? year >= yearOf(today) - 1 : year === nextYear(years, today);
}

const yearOf = (day: Day) => Number(day.slice(0, 4));
