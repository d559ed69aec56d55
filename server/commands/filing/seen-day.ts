import type { Filing } from '@/db/store';
import type { Day } from '@/server/domain/periods';
import { Refused } from '@/server/errors';

/** @throws Refused conflict: the unit has another day of its own than was on the screen */
export function requireSeenDay({ extension, quarterDueOn }: Filing, seen: Day | null): void {
  if ((extension?.until ?? null) === seen) return;
  throw new Refused('conflict', {
    zh: extension
      ? `这个单位的期限刚刚已改为 ${extension.until}，没有办理。请看现在的，再决定。`
      : `这个单位的延期刚刚已收回，期限是 ${quarterDueOn}，没有办理。请看现在的，再决定。`,
    en: extension
      ? `Somebody has just given this unit until ${extension.until}, so nothing was done. Look at what stands now and decide again.`
      : `This unit's extension has just been withdrawn (due on ${quarterDueOn}), so nothing was done. Look at what stands now and decide again.`,
  });
}
