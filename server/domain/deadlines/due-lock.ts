import { addDays, type Day } from '../periods';
import { type Action, can, type HeldPost, type PermissionTarget, type Verdict } from '../permissions';
import { isOver } from './due-of';

/** From where on what the office sets can be meant: the years that are under hands. */
export function lockDayProblem(from: Day, today: Day): 'too_early' | 'too_far' | null {
  const year = Number(today.slice(0, 4));
  if (from < `${year - 1}-01-01`) return 'too_early';
  return from > `${year + 1}-12-31` ? 'too_far' : null;
}

/** What the office has set: due days lock. Off where there is none. */
export interface DueLock {
  /** Quarters that are due on this day or later lock; those due before are as they were. */
  from: Day;
  /** So many days a unit has at least when its quarter comes back. */
  daysAfterReturn: number;
}

/** The same as it is kept and shown: also what would hold if it were switched on. */
export type DueLockSetting = Pick<DueLock, 'daysAfterReturn'> & { from: Day | null };

export function lockOf(setting: DueLockSetting | null): DueLock | null {
  return setting === null || setting.from === null ? null : { from: setting.from, daysAfterReturn: setting.daysAfterReturn };
}

export const daysAfterReturn = { usual: 5, most: 60 } as const;

/**
 * What a clerk does no more once the due day is over: whatever changes what the quarter says. Submitting what stands stays possible, so does the
 * signature inside the unit, and talking. Recalling does not: nobody could go on with what came back.
 */
const heldActs: ReadonlySet<Action> = new Set<Action>([
  'filing.edit',
  'filing.take_in',
  'filing.declare',
  'filing.explain',
  'filing.answer_remark',
  'filing.recall',
]);

export interface Deadline {
  /** As `dueOf` has it. */
  dueOn: Day;
  /** Practice never counts, so it is never late. */
  isPractice: boolean;
}

/** Whether the due day is over and locks. Nothing is written for it: it is so on that day, and no more once the day is another. */
export function isPastLock(deadline: Deadline, lock: DueLock | null, today: Day): boolean {
  return locksAfter(deadline, lock) && isOver(deadline.dueOn, today);
}

/** Whether a quarter locks once its due day is over. */
export function locksAfter({ dueOn, isPractice }: Deadline, lock: DueLock | null): boolean {
  return lock !== null && !isPractice && dueOn >= lock.from;
}

/** May a person do this to a quarter, its due day considered? Who may do it by another post than a clerk's is not held up. */
export function canInTime(
  posts: readonly HeldPost[],
  action: Action,
  target: PermissionTarget & { isPastLock: boolean },
): Verdict | 'past_due' {
  const verdict = can(posts, action, target);
  if (verdict !== 'allowed' || !target.isPastLock || !heldActs.has(action)) return verdict;
  const others = posts.filter((post) => post.role !== 'clerk');
  return can(others, action, target) === 'allowed' ? 'allowed' : 'past_due';
}

/**
 * Until when a unit has time with a quarter that comes back, where the lock would hold it up at once or soon; null: it has time enough, or nothing
 * locks.
 */
export function timeAfterReturn(deadline: Deadline, lock: DueLock | null, today: Day): Day | null {
  if (lock === null || !locksAfter(deadline, lock)) return null;
  const until = addDays(today, lock.daysAfterReturn);
  return until > deadline.dueOn ? until : null;
}
