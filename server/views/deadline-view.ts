import { type Filing, type Reader, readSetting } from '@/db/store';
import {
  type DueLock,
  type DueLockSetting,
  daysAfterReturn,
  type Extension,
  type ExtensionAsk,
  isPastLock,
  lockOf,
  locksAfter,
} from '@/server/domain/deadlines';
import { type Day, dayAt } from '@/server/domain/periods';

/** When a unit's quarter is due, and what becomes of it then. */
export interface Deadline {
  dueOn: Day;
  /** Everybody's, where the unit has another. */
  quarterDueOn: Day;
  extension: Extension | null;
  /** What the unit asks for, by the id of who asked. */
  ask: (ExtensionAsk & { by: string; at: string }) | null;
  /** Whether the quarter locks when its due day is over. */
  locks: boolean;
  /** Whether that is so now: its clerk changes nothing any more. */
  isPastLock: boolean;
}

/** Whether due days lock, as the office has set it. */
export async function findDueLock(reader: Reader): Promise<DueLock | null> {
  return lockOf(await readSetting(reader, 'dueLock'));
}

/** The setting itself, for who sets it. */
export async function readDueLock(reader: Reader): Promise<DueLockSetting> {
  return (await readSetting(reader, 'dueLock')) ?? { from: null, daysAfterReturn: daysAfterReturn.usual };
}

/** @param now left out where nobody's clock is asked: then nothing is over */
export async function loadDeadline(reader: Reader, filing: Filing, now?: Date): Promise<Deadline> {
  const { dueOn, quarterDueOn, extension, extensionAsk, isPractice } = filing;
  const lock = isPractice ? null : await findDueLock(reader);
  return {
    ...{ dueOn, quarterDueOn, extension, ask: extensionAsk },
    locks: locksAfter(filing, lock),
    isPastLock: now !== undefined && isPastLock(filing, lock, dayAt(now)),
  };
}
