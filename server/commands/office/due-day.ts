import { isOver } from '@/server/domain/deadlines';
import { type Day, dayAt, dueDayProblem, lastDay, type Period } from '@/server/domain/periods';
import { Refused } from '@/server/errors';
import type { CommandContext } from '../command';

/** Asked of every due day that is written, whichever way it comes. @throws Refused invalid (before the quarter's end, absurdly far) */
export function requireDueDay(context: CommandContext, period: Period, dueOn: Day): void {
  const { year, quarter } = period;
  const problem = dueDayProblem(period, dueOn, dayAt(context.now()));
  if (problem === null) return;
  const end = lastDay(year, quarter);
  throw new Refused(
    'invalid',
    problem === 'before_end'
      ? {
          zh: `${year} 年第 ${quarter} 季度到 ${end} 才结束，期限不能早于这一天（填的是 ${dueOn}）。请改期限。`,
          en: `Quarter ${quarter} of ${year} ends on ${end}; it cannot be due before that (${dueOn} was given). Choose another day.`,
        }
      : {
          zh: `${year} 年第 ${quarter} 季度 ${end} 结束，期限 ${dueOn} 太远，像是年份填错了。请改期限。`,
          en: `Quarter ${quarter} of ${year} ends on ${end}; a due day of ${dueOn} is too far away and looks like a wrong year. Choose another day.`,
        },
  );
}

/**
 * Lets units be given a task, or another deadline, when it is not too late for them from the first day; or when somebody has said that
 * this is meant.
 *
 * @param of.units how many would be late at once
 * @throws Refused invalid with `{ units, dueOn }`
 */
export function requireNotLate(
  context: CommandContext,
  of: { period: Period; dueOn: Day; units: number; isLateMeant: boolean | undefined },
): void {
  const { period, dueOn, units } = of;
  const today = dayAt(context.now());
  if (of.isLateMeant || units === 0 || !isOver(dueOn, today)) return;
  throw new Refused(
    'invalid',
    {
      zh: `${period.year} 年第 ${period.quarter} 季度的期限 ${dueOn} 已过（今天是 ${today}），这样做会使 ${units} 个单位立即逾期，没有办理。请另定期限；确实要这样办的，请确认后再办。`,
      en: `Quarter ${period.quarter} of ${period.year} was due on ${dueOn} (today is ${today}): ${units} ${units === 1 ? 'unit' : 'units'} would be late at once, so nothing was done. Set another day, or confirm that this is meant.`,
    },
    { units, dueOn },
  );
}
