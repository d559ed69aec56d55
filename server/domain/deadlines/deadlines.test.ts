import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../periods';
import { type Action, actions, can, type HeldPost } from '../permissions';
import { seededRandom } from '../seeded-random';
import { filingStatuses } from '../workflow/filing-status';
import { canInTime, isPastLock, timeAfterReturn } from './due-lock';
import { daysOver, dueOf, isOver } from './due-of';
import { extensionProblem } from './extension';
import { passedStatutoryDay } from './statutory-day';

describe('the last day of a unit', () => {
  it.each([
    ['nothing given', null, '2026-10-15'],
    ['a later day', '2026-10-20', '2026-10-20'],
    ['the same day', '2026-10-15', '2026-10-15'],
    ['one that everybody has overtaken since', '2026-10-10', '2026-10-15'],
  ])('%s: %s → %s', (_, extendedTo, dueOn) => {
    expect(dueOf({ quarterDueOn: '2026-10-15', extendedTo })).toBe(dueOn);
  });

  it('lasts until its end: over on the day after', () => {
    expect([isOver('2026-10-15', '2026-10-15'), isOver('2026-10-15', '2026-10-16')]).toEqual([false, true]);
    expect([daysOver('2026-10-15', '2026-10-01'), daysOver('2026-10-15', '2026-10-18')]).toEqual([0, 3]);
  });

  it('may be given from today on, later than everybody has', () => {
    const of = { laterThan: '2026-10-15', year: 2026, today: '2026-10-20' };
    expect(['2026-10-14', '2026-10-19', '2026-10-20', '2027-12-31', '2028-01-01'].map((until) => extensionProblem(until, of))).toEqual([
      'over',
      'over',
      null,
      null,
      'too_far',
    ]);
    expect(extensionProblem('2026-10-15', { ...of, today: '2026-10-01' })).toBe('not_later');
  });

  it('is held against the days of the law', () => {
    const passed = ['2026-12-31', '2027-01-31', '2027-02-01', '2027-03-31', '2027-04-01'].map(
      (until) => passedStatutoryDay(2026, until)?.day ?? null,
    );
    expect(passed).toEqual([null, null, '2027-01-31', '2027-01-31', '2027-03-31']);
  });
});

/** Acts that stop when the day is over, as the README says it. */
const stopped = ['filing.edit', 'filing.take_in', 'filing.declare', 'filing.explain', 'filing.answer_remark', 'filing.recall'];

describe('a due day that locks', () => {
  const path = ['root', 'unit'];
  const clerk: HeldPost = { role: 'clerk', unitId: 'unit' };
  const admin: HeldPost = { role: 'admin', unitId: 'root' };

  it('clock × extension × lock × act × state: 4,000 draws end as the law says', () => {
    const random = seededRandom(7);
    const start: Day = '2026-09-01';
    const draw = () => addDays(start, random.integer(0, 120));
    // Half of the draws are of what stops.
    const all = Object.keys(actions) as Action[];
    const acts = [...all, ...all.flatMap(() => stopped as Action[])].slice(0, 2 * all.length);
    let held = 0;
    for (let turn = 0; turn < 4_000; turn += 1) {
      const [quarterDueOn, today] = [draw(), draw()];
      const extendedTo = random.integer(0, 1) === 1 ? draw() : null;
      const lock = random.integer(0, 3) === 0 ? null : { from: draw(), daysAfterReturn: 5 };
      const isPractice = random.integer(0, 9) === 0;
      const action = acts[random.integer(0, acts.length - 1)] ?? 'filing.edit';
      const status = filingStatuses[random.integer(0, filingStatuses.length - 1)] ?? 'open';
      const posts = [[clerk], [admin], [clerk, admin]][random.integer(0, 2)] ?? [];

      const dueOn = dueOf({ quarterDueOn, extendedTo });
      const target = { unitPath: path, status, isPastLock: isPastLock({ dueOn, isPractice }, lock, today) };
      const verdict = canInTime(posts, action, target);

      // The law, in other words: the later of two days; over once every day up to it is over; only what a clerk alone may do stops.
      const last = [quarterDueOn, ...(extendedTo === null ? [] : [extendedTo])].toSorted().at(-1) ?? '';
      const isLocked = lock !== null && !isPractice && Date.parse(last) >= Date.parse(lock.from) && Date.parse(today) > Date.parse(last);
      const isAllowed = can(posts, action, target) === 'allowed';
      const byAnother =
        can(
          [admin].filter((one) => posts.includes(one)),
          action,
          target,
        ) === 'allowed';
      const wanted = isAllowed && isLocked && stopped.includes(action) && !byAnother ? 'past_due' : can(posts, action, target);
      expect(verdict, JSON.stringify({ quarterDueOn, today, extendedTo, lock, action, status })).toBe(wanted);
      if (verdict === 'past_due') held += 1;
    }
    expect(held).toBeGreaterThan(50);
  });

  it('a quarter that comes back has the days of the office, where its own are fewer', () => {
    const lock = { from: '2026-07-01', daysAfterReturn: 5 };
    const of = (dueOn: Day, today: Day, by: typeof lock | null = lock) => timeAfterReturn({ dueOn, isPractice: false }, by, today);
    expect(of('2026-10-15', '2026-10-20')).toBe('2026-10-25');
    expect(of('2026-10-15', '2026-10-12')).toBe('2026-10-17');
    expect(of('2026-10-15', '2026-10-10')).toBeNull();
    expect(of('2026-10-15', '2026-10-20', null)).toBeNull();
    expect(of('2026-04-15', '2026-10-20')).toBeNull();
  });
});
