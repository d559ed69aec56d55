import { type Filing, listFilings, readSetting, writeSetting } from '@/db/store';
import { type DueLockSetting, daysAfterReturn, isPastLock, lockDayProblem, lockOf } from '@/server/domain/deadlines';
import { type Day, dayAt } from '@/server/domain/periods';
import { Refused } from '@/server/errors';
import { requirePermission } from '@/server/views/access';
import { readDueLock } from '@/server/views/deadline-view';
import { requireRoot } from '@/server/views/three-duties';
import { type CommandContext, runCommand } from '../command';
import { requireMergedChange } from './merged-change';

/**
 * Whether due days lock, from which due day on, and how much time a quarter has that comes back. Switching it on changes no quarter: each command
 * looks at the clock.
 *
 * @param input.from null: they do not
 * @param input.seen what was on the screen
 * @param input.isLockMeant said of a day from which quarters that are late already would lock at once
 * @throws Refused not_found, forbidden, invalid (so many days cannot be meant; with `{ units }`: units would be locked out at once and nobody said that this is
 *   meant), conflict (somebody else changed it since)
 */
export async function setDueLock(
  context: CommandContext,
  input: {
    from: Day | null;
    daysAfterReturn: number;
    seen: { from: Day | null; daysAfterReturn: number };
    isLockMeant?: boolean | undefined;
  },
): Promise<void> {
  await runCommand(context, 'year.manage', async (tx) => {
    await tx.lock('due-lock');
    const root = await requireRoot(tx);
    tx.about({ type: 'unit', id: root.id, unitId: root.id, period: null });
    requirePermission(context.actor, 'year.manage', { unitPath: root.path, status: null });
    const before = await readSetting(tx, 'dueLock');
    const stored = await readDueLock(tx);
    const change = await requireMergedChange<DueLockSetting>(tx, {
      ...{ stored, seen: input.seen, wanted: { from: input.from, daysAfterReturn: input.daysAfterReturn } },
      event: { kind: 'office.due_lock_set', objectType: 'unit', objectId: root.id, isAbout: () => true },
      names: {
        from: { zh: '到期锁定', en: 'due days lock from' },
        daysAfterReturn: { zh: '退回后的天数', en: 'days after a return' },
      },
      print: (_, value) => (value === null ? { zh: '不锁定', en: 'never' } : { zh: String(value), en: String(value) }),
    });
    if (Object.keys(change).length === 0) return;
    const { from, daysAfterReturn: days } = { ...stored, ...change };
    if (!Number.isInteger(days) || days < 1 || days > daysAfterReturn.most)
      throw new Refused('invalid', {
        zh: `退回后的天数应在 1 到 ${daysAfterReturn.most} 之间（填的是 ${days}）。`,
        en: `The days after a return have to be between 1 and ${daysAfterReturn.most} (${days} was given).`,
      });
    const today = dayAt(context.now());
    requireLockDay(from, today);
    const after: DueLockSetting = { from, daysAfterReturn: days };
    const isHeld = (lock: DueLockSetting | null, filing: Filing) => isPastLock(filing, lockOf(lock), today);
    const late = (await listFilings(tx, { statuses: ['open', 'returned'] })).filter((one) => isHeld(after, one) && !isHeld(before, one));
    if (late.length > 0 && !input.isLockMeant)
      throw new Refused(
        'invalid',
        {
          zh: `从 ${from} 起锁定，会使 ${late.length} 份已逾期、还没有报送的季度立即不能再填，没有办理。请改起始日期；确实要这样办的，请确认后再办。`,
          en: `Locking from ${from} would at once close ${late.length} late ${late.length === 1 ? 'quarter that is' : 'quarters that are'} not submitted, so nothing was done. Choose another day, or confirm that this is meant.`,
        },
        { units: late.length },
      );
    await writeSetting(tx, 'dueLock', after);
    tx.record('office.due_lock_set', { before, after });
  });
}

function requireLockDay(from: Day | null, today: Day): void {
  const problem = from === null ? null : lockDayProblem(from, today);
  if (problem === null) return;
  throw new Refused('invalid', {
    zh: problem === 'too_early' ? `起始日期 ${from} 太早，像是年份填错了。请改日期。` : `起始日期 ${from} 太远，像是年份填错了。请改日期。`,
    en: `The day ${from} is too ${problem === 'too_early' ? 'early' : 'far away'} and looks like a wrong year. Choose another day.`,
  });
}
