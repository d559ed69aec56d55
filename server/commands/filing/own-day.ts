import { type Filing, updateExtension } from '@/db/store';
import {
  byDue,
  type Extension,
  type ExtensionProblem,
  extensionProblem,
  passedStatutoryDay,
  timeAfterReturn,
} from '@/server/domain/deadlines';
import { type Day, dayAt } from '@/server/domain/periods';
import type { Sentence } from '@/server/domain/sentence';
import { Refused } from '@/server/errors';
import { findDueLock } from '@/server/views/deadline-view';
import type { CommandContext, CommandTx } from '../command';

/** A unit's own day is written here, whichever way it comes, with its event. A day that is given ends what the unit asked for. */
export async function writeOwnDay(tx: CommandTx, filing: Filing, after: Extension | null): Promise<void> {
  const { extension: before } = filing;
  await updateExtension(tx, filing.id, { extension: after, ...(after === null ? {} : { extensionAsk: null }) });
  tx.record('filing.extended', { before, after }, after?.reason ? { reason: after.reason } : {});
}

/**
 * A quarter that comes back has time: until the day that its reviewer says, or, where due days lock, as many days as the office has set. Without it
 * the lock would hold up the very answer that is asked for.
 *
 * @param of.until said by whoever gives it back
 * @throws Refused invalid (a day that is over or too far away)
 */
export async function giveTimeBack(
  tx: CommandTx,
  context: CommandContext,
  { filing, until, cause }: { filing: Filing; until: Day | undefined; cause: 'returned' | 'unlocked' },
): Promise<void> {
  const today = dayAt(context.now());
  if (until !== undefined) {
    const problem = extensionProblem(until, { laterThan: filing.quarterDueOn, year: filing.year, today });
    // A day within everybody's time takes nothing away and gives nothing.
    if (problem === 'not_later') return;
    if (problem !== null) throw new Refused('invalid', sentenceOf(problem, { until, today, laterThan: filing.quarterDueOn }));
  }
  const day = until ?? timeAfterReturn(filing, await findDueLock(tx), today);
  if (day !== null && byDue({ dueOn: day }, filing) > 0) await writeOwnDay(tx, filing, { until: day, reason: '', cause });
}

/**
 * Asked of every day that is given or asked for.
 *
 * @param of.laterThan everybody's day; where a unit asks, the day that it has
 * @param of.isPastStatutoryMeant said of a day that lies behind the law's
 * @throws Refused invalid: over, no later than everybody's, too far; with `{ statutoryDay }` behind the law's day
 */
export function requireOwnDay(
  context: CommandContext,
  { year }: Filing,
  { until, laterThan, isPastStatutoryMeant }: { until: Day; laterThan: Day; isPastStatutoryMeant?: boolean | undefined },
): void {
  const today = dayAt(context.now());
  const problem = extensionProblem(until, { laterThan, year, today });
  if (problem !== null) throw new Refused('invalid', sentenceOf(problem, { until, today, laterThan }));
  const statutory = passedStatutoryDay(year, until);
  if (statutory === null || isPastStatutoryMeant) return;
  throw new Refused(
    'invalid',
    {
      zh: `${until} 晚于 ${statutory.day}，即${statutory.says.zh}，没有办理。请另定日期；确实要这样办的，请确认后再办。`,
      en: `${until} is later than ${statutory.day}, ${statutory.says.en}, so nothing was done. Choose another day, or confirm that this is meant.`,
    },
    { statutoryDay: statutory.day },
  );
}

function sentenceOf(problem: ExtensionProblem, { until, today, laterThan }: { until: Day; today: Day; laterThan: Day }): Sentence {
  if (problem === 'over')
    return {
      zh: `${until} 已经过去（今天是 ${today}）。请改成今天或以后的日期。`,
      en: `${until} is over (today is ${today}). Choose today or a later day.`,
    };
  if (problem === 'not_later')
    return {
      zh: `${until} 不晚于现在的期限 ${laterThan}，不算延期。请改成更晚的日期。`,
      en: `${until} is no later than ${laterThan}, when it is due as it is. Choose a later day.`,
    };
  return {
    zh: `${until} 太远，像是年份填错了。请改日期。`,
    en: `${until} is too far away and looks like a wrong year. Choose another day.`,
  };
}

/** @throws Refused invalid: practice has no due day */
export function requireNoPractice({ isPractice }: { isPractice: boolean }): void {
  if (isPractice)
    throw new Refused('invalid', {
      zh: '练习没有期限，不用延期。',
      en: 'Practice is never due, so there is nothing to extend.',
    });
}
