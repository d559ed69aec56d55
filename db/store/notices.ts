import { and, asc, desc, eq, gte, inArray, isNull, lt, lte } from 'drizzle-orm';
import type { NoticeKind } from '@/server/domain/notices';
import type { UnitPath } from '@/server/domain/permissions';
import { partsOf } from './parts-of';
import type { Reader, Tx } from './store';
import { pathFrom } from './units';

/** Who reads what is told to everybody: the group chats that the office's robots write into. */
export const robots = 'robots';

/** One thing that one person, or the robots, are told. */
export interface NewNotice {
  id: string;
  receiver: string;
  kind: NoticeKind;
  unitId: string;
  /** `2026Q3` or `2026`. */
  period: string;
  about: string;
  path: string;
  day: string | null;
  /** What the office wrote to be sent with it. */
  words?: string | null;
  /** Told once to each receiver under this name. Null: as often as it happens. */
  once: string | null;
  writtenAt: Date;
}

export interface StoredNotice extends NewNotice {
  unitName: string;
  unitPath: UnitPath;
  /** The unit that took over the notice's. */
  successorId: string | null;
  readAt: Date | null;
  settledAt: Date | null;
}

/** Few enough values for one statement of either engine. */
const atOnce = 500;

/** Those that were told once already are left out. */
export async function insertNotices(tx: Tx, notices: readonly NewNotice[]): Promise<void> {
  for (let from = 0; from < notices.length; from += atOnce)
    await tx.db
      .insert(tx.t.notices)
      .values(notices.slice(from, from + atOnce))
      .onConflictDoNothing();
}

/** Of these things, what was told of these kinds is over. */
export async function settleNotices(
  tx: Tx,
  { abouts, kinds, at }: { abouts: readonly string[]; kinds: readonly NoticeKind[]; at: Date },
): Promise<void> {
  const { notices } = tx.t;
  for await (const some of partsOf(abouts))
    await tx.db
      .update(notices)
      .set({ settledAt: at })
      .where(and(inArray(notices.about, some), inArray(notices.kind, [...kinds]), isNull(notices.settledAt)));
}

/** Of this thing, what was told of this kind is until another day. */
export async function moveNotices(tx: Tx, of: { about: string; kind: NoticeKind; day: string | null }): Promise<void> {
  const { notices } = tx.t;
  await tx.db
    .update(notices)
    .set({ day: of.day })
    .where(and(eq(notices.about, of.about), eq(notices.kind, of.kind)));
}

export async function settleNoticesById(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  const { notices } = tx.t;
  for (let from = 0; from < ids.length; from += atOnce)
    await tx.db
      .update(notices)
      .set({ settledAt: at })
      .where(inArray(notices.id, ids.slice(from, from + atOnce)));
}

/** What was over and is so again is told as if it had never been: it is new to its reader, and leaves the house once more. */
export async function tellAgain(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  const { notices } = tx.t;
  for (let from = 0; from < ids.length; from += atOnce)
    await tx.db
      .update(notices)
      .set({ writtenAt: at, settledAt: null, readAt: null, gatheredAt: null })
      .where(inArray(notices.id, ids.slice(from, from + atOnce)));
}

/** What somebody was told, the newest first. */
export async function listNotices(reader: Reader, of: { receiver: string; isNew?: true; limit: number }): Promise<StoredNotice[]> {
  const { notices } = reader.t;
  const rows = await selectNotices(reader)
    .where(and(eq(notices.receiver, of.receiver), ...(of.isNew ? [isNull(notices.readAt), isNull(notices.settledAt)] : [])))
    .orderBy(desc(notices.writtenAt), desc(notices.id))
    .limit(of.limit);
  return rows.map(toNotice);
}

export async function findNotices(reader: Reader, ids: readonly string[]): Promise<StoredNotice[]> {
  if (ids.length === 0) return [];
  const { notices } = reader.t;
  const rows = await selectNotices(reader)
    .where(inArray(notices.id, [...ids]))
    .orderBy(asc(notices.writtenAt), asc(notices.id));
  return rows.map(toNotice);
}

/** What is told of these kinds and is not over. */
export async function listStanding(
  reader: Reader,
  kinds: readonly NoticeKind[],
): Promise<{ id: string; receiver: string; once: string | null }[]> {
  const { notices } = reader.t;
  return reader.db
    .select({ id: notices.id, receiver: notices.receiver, once: notices.once })
    .from(notices)
    .where(and(inArray(notices.kind, [...kinds]), isNull(notices.settledAt)));
}

/** Which of these were told already, by `receiver once`, and whether that is over. */
export async function toldOnce(reader: Reader, onces: readonly string[]): Promise<Map<string, { id: string; isSettled: boolean }>> {
  const told = new Map<string, { id: string; isSettled: boolean }>();
  const { notices } = reader.t;
  for (let from = 0; from < onces.length; from += atOnce) {
    const rows = await reader.db
      .select({ id: notices.id, receiver: notices.receiver, once: notices.once, settledAt: notices.settledAt })
      .from(notices)
      .where(inArray(notices.once, onces.slice(from, from + atOnce)));
    for (const { id, receiver, once, settledAt } of rows) told.set(`${receiver} ${once}`, { id, isSettled: settledAt !== null });
  }
  return told;
}

/** @param of.ids null: all that somebody was told */
export async function markNoticesRead(tx: Tx, of: { receiver: string; ids: readonly string[] | null; at: Date }): Promise<void> {
  const { notices } = tx.t;
  await tx.db
    .update(notices)
    .set({ readAt: of.at })
    .where(and(eq(notices.receiver, of.receiver), isNull(notices.readAt), ...(of.ids === null ? [] : [inArray(notices.id, [...of.ids])])));
}

/** What was told since a moment and up to another and is to leave the house: not read, not over, in no message yet. */
export async function listToSend(
  reader: Reader,
  of: { receiver: string; since: Date; upTo: Date; limit: number },
): Promise<StoredNotice[]> {
  const { notices } = reader.t;
  const rows = await selectNotices(reader)
    .where(
      and(
        eq(notices.receiver, of.receiver),
        gte(notices.writtenAt, of.since),
        lte(notices.writtenAt, of.upTo),
        isNull(notices.readAt),
        isNull(notices.settledAt),
        isNull(notices.gatheredAt),
      ),
    )
    .orderBy(asc(notices.writtenAt), asc(notices.id))
    .limit(of.limit);
  return rows.map(toNotice);
}

export async function markGathered(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  await tx.db
    .update(tx.t.notices)
    .set({ gatheredAt: at })
    .where(inArray(tx.t.notices.id, [...ids]));
}

/** Takes away what was told before a moment. */
export async function forgetNotices(tx: Tx, before: Date): Promise<void> {
  await tx.db.delete(tx.t.notices).where(lt(tx.t.notices.writtenAt, before));
}

function selectNotices({ db, t }: Reader) {
  const { notices, units } = t;
  return db
    .select({
      ...{ id: notices.id, receiver: notices.receiver, kind: notices.kind, unitId: notices.unitId, period: notices.period },
      ...{ about: notices.about, path: notices.path, day: notices.day, once: notices.once, writtenAt: notices.writtenAt },
      ...{ readAt: notices.readAt, settledAt: notices.settledAt, words: notices.words },
      ...{ unitName: units.name, unitPath: units.path, successorId: units.successorId },
    })
    .from(notices)
    .innerJoin(units, eq(units.id, notices.unitId));
}

function toNotice<T extends { unitPath: string }>(row: T): Omit<T, 'unitPath'> & { unitPath: UnitPath } {
  return { ...row, unitPath: pathFrom(row.unitPath) };
}
