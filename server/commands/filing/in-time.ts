import { type Filing, type Reader, readSetting } from '@/db/store';
import { canInTime, isOver, isPastLock } from '@/server/domain/deadlines';
import { dayAt } from '@/server/domain/periods';
import { type Action, actions } from '@/server/domain/permissions';
import { Refused } from '@/server/errors';
import { findDueLock } from '@/server/views/deadline-view';
import type { CommandContext, CommandTx } from '../command';

/**
 * Lets a command go on unless the due day is over and locks. The clock of the command decides; the setting is read only for a quarter that is late, so
 * that a keystroke in time asks for nothing more.
 *
 * @throws Refused past_due with `{ dueOn }`
 */
export async function requireInTime(tx: CommandTx, context: CommandContext, filing: Filing, action: Action): Promise<void> {
  const target = { unitPath: filing.unitPath, status: filing.status, isPastLock: await isLockedByDay(tx, filing, context.now()) };
  if (canInTime(context.actor.posts, action, target) !== 'past_due') return;
  const contact = (await readSetting(tx, 'contact')) ?? '';
  throw new Refused(
    'past_due',
    {
      zh: `${filing.year} 年第 ${filing.quarter} 季度的期限 ${filing.dueOn} 已过，办公室设定到期锁定，现在不能“${actions[action]}”，没有保存。需要继续的，请申请延期，或者联系办公室${contact === '' ? '' : `（${contact}）`}。`,
      en: `Quarter ${filing.quarter} of ${filing.year} was due on ${filing.dueOn} and locks after that day, so this is not possible and nothing was saved (${action}). Ask for an extension, or ask the office${contact === '' ? '' : ` (${contact})`}.`,
    },
    { dueOn: filing.dueOn },
  );
}

/** Whether a quarter is past its due day and that locks, at a moment. */
export async function isLockedByDay(reader: Reader, filing: Filing, now: Date): Promise<boolean> {
  const today = dayAt(now);
  if (filing.isPractice || !isOver(filing.dueOn, today)) return false;
  return isPastLock(filing, await findDueLock(reader), today);
}
