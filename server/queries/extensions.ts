import { type Filing, listExtended, listUnits, listYears, type Reader } from '@/db/store';
import { type Extension, type ExtensionAsk, isOver, isPastLock, passedStatutoryDay } from '@/server/domain/deadlines';
import { type Page, pageOf } from '@/server/domain/paging';
import { type Day, dayAt, usualYear } from '@/server/domain/periods';
import { can } from '@/server/domain/permissions';
import type { Sentence } from '@/server/domain/sentence';
import { type FilingStatus, isSent } from '@/server/domain/workflow';
import { type Actor, notFound } from '@/server/views/access';
import { findDueLock } from '@/server/views/deadline-view';
import { withNames } from '@/server/views/person-names';
import { boardTops } from './board';

/** A unit's quarter with a day of its own, or that asks for one. */
export interface ExtensionLine {
  filingId: string;
  unitName: string;
  year: number;
  quarter: number;
  status: FilingStatus;
  dueOn: Day;
  quarterDueOn: Day;
  extension: Extension | null;
  ask: (ExtensionAsk & { by: string; at: string }) | null;
  isLate: boolean;
  isPastLock: boolean;
  /** What the law wants by a day that lies before the unit's own. */
  passes: { day: Day; says: Sentence } | null;
  mayExtend: boolean;
}

export interface Extensions {
  years: readonly number[];
  year: number | null;
  today: Day;
  lines: readonly ExtensionLine[];
  at: Page;
  /** How many ask and wait. */
  asking: number;
}

/**
 * The extensions of a year, for those the person has a board of: what is asked for first, then what was given.
 *
 * @throws Refused not_found (no post with a board)
 */
export async function loadExtensions(
  reader: Reader,
  actor: Actor,
  { year, page, now }: { year: number | null; page?: number | undefined; now: Date },
): Promise<Extensions> {
  const tops = boardTops(await listUnits(reader), actor);
  if (tops.length === 0) throw notFound();
  const years = (await listYears(reader)).map((one) => one.year);
  const today = dayAt(now);
  const shown = year ?? usualYear(years, today);
  const found: Filing[] = [];
  if (shown !== null) for (const top of tops) found.push(...(await listExtended(reader, { year: shown, under: top.path })));
  const asks = (one: Filing) => one.extensionAsk !== null && !isSent(one.status);
  const listed = [...found.filter(asks), ...found.filter((one) => !asks(one) && one.extension !== null)];
  const { lines, at } = pageOf(listed, page);
  const lock = await findDueLock(reader);
  return withNames(reader, (nameOf) => ({
    ...{ years, year: shown, today, at, asking: found.filter(asks).length },
    lines: lines.map((one): ExtensionLine => {
      const { id, unitName, unitPath, quarter, status, dueOn, quarterDueOn, extension, extensionAsk } = one;
      return {
        ...{ filingId: id, unitName, year: one.year, quarter, status, dueOn, quarterDueOn, extension },
        ask: asks(one) && extensionAsk ? { ...extensionAsk, by: nameOf(extensionAsk.by) } : null,
        isLate: !isSent(one.status) && isOver(dueOn, today),
        isPastLock: !isSent(one.status) && isPastLock(one, lock, today),
        passes: extension && passedStatutoryDay(one.year, extension.until),
        mayExtend: can(actor.posts, 'deadline.extend', { unitPath, status }) === 'allowed',
      };
    }),
  }));
}
