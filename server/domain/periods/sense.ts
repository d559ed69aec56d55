import { addDays, type Day, daysBetween, lastDay, type Period } from './quarter';

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
  return isTooFar(year, dueOn, today) ? 'too_far' : null;
}

/** Later than the end of the year that follows it, and than a year from today. */
export function isTooFar(year: number, dueOn: Day, today: Day): boolean {
  return dueOn > `${year + 1}-12-31` && daysBetween(today, dueOn) > maxDaysAhead;
}

export type AnswerDayProblem = 'over' | 'before_year' | 'too_far';

/**
 * Why a unit cannot be asked to answer by this day for a year's report; null when it can. Not on a day that is over, nor before the year
 * has begun, nor later than its last quarter could be due.
 */
export function answerDayProblem(year: number, dueOn: Day, today: Day): AnswerDayProblem | null {
  if (dueOn < today) return 'over';
  if (dueOn < `${year}-01-01`) return 'before_year';
  return isTooFar(year, dueOn, today) ? 'too_far' : null;
}

/** By when units are asked for what the report of a year needs, where nothing else is said: 10 January after it, or in a week where that is over. */
export function usualAnswerDay(year: number, today: Day): Day {
  const usual: Day = `${year + 1}-01-10`;
  return usual > today ? usual : addDays(today, 7);
}

/** Before this day there was no organ of today's state. */
const firstDayOfAnyUnit: Day = '1949-10-01';

export type UnitDayProblem = 'too_early' | 'too_far';

/** Why a unit cannot be meant to open or close on this day; null when it can: what is decided now takes effect by the end of next year. */
export function unitDayProblem(day: Day, today: Day): UnitDayProblem | null {
  if (day < firstDayOfAnyUnit) return 'too_early';
  return day > `${yearOf(today) + 1}-12-31` ? 'too_far' : null;
}

export type LastDayProblem = 'over' | 'too_far';

/** Why something cannot be meant to be shown up to this day; null when it can: from today to the end of next year. */
export function lastDayProblem(day: Day, today: Day): LastDayProblem | null {
  if (day < today) return 'over';
  return day > `${yearOf(today) + 1}-12-31` ? 'too_far' : null;
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
