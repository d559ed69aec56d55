import { type Day, dayAt, unitDayProblem } from '@/server/domain/periods';
import { Refused } from '@/server/errors';
import type { CommandContext } from '../command';

/** Asked of every day on which a unit opens or closes. @throws Refused invalid (before there was any unit, absurdly far) */
export function requireUnitDay(context: CommandContext, day: Day): void {
  const today = dayAt(context.now());
  const problem = unitDayProblem(day, today);
  if (problem === null) return;
  throw new Refused(
    'invalid',
    problem === 'too_early'
      ? {
          zh: `日期 ${day} 太早，像是年份填错了，没有保存。请改日期。`,
          en: `The day ${day} is too early and looks like a wrong year; nothing was saved. Choose another day.`,
        }
      : {
          zh: `日期 ${day} 太远（今天是 ${today}，最晚到明年年底），像是年份填错了，没有保存。请改日期。`,
          en: `The day ${day} is too far away (today is ${today}; the end of next year is the latest) and looks like a wrong year; nothing was saved. Choose another day.`,
        },
  );
}
