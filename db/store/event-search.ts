import { and, desc, eq, gte, inArray, like, lt, lte, or, type SQL } from 'drizzle-orm';
import type { ChainedEvent } from '@/server/domain/audit';
import { blockOf, type EventLine, type FoundEvent, foldBlock, foldEvents } from '@/server/domain/event-log';
import { figureSavedKind } from '../schema/log';
import { eventsOfRows } from './event-rows';
import { eventHead } from './events';
import { maxNamed } from './max-named';
import { cellOfForm } from './packed-event';
import type { Reader } from './store';

/** What of the log is looked for. Every part has to fit; a part that is left out is not asked. */
export interface EventSearch {
  kinds?: readonly string[];
  /** From a moment on, and before another. */
  from?: Date;
  to?: Date;
  /** Who did it. */
  actorIds?: ReadonlySet<string>;
  unitIds?: ReadonlySet<string>;
  objectType?: string;
  /** Of the period, `2026Q2` or `2026Q2 练习`. */
  year?: number;
  quarter?: number;
  /** The number that the event begins with: a slip's, in all that is told of slips. */
  number?: number;
  /** To what it was done: each of these has to fit, by the id of the thing or by its unit. */
  objects?: readonly { objectIds: ReadonlySet<string>; unitIds: ReadonlySet<string> }[];
}

/** An event as it was found, with what a line of several is told by. */
export interface FoundRow extends FoundEvent {
  form: number;
}

export interface FoundLines {
  lines: EventLine<FoundRow>[];
  /** From where on (this number not included) there is more to look through; null: nothing is left. */
  rest: number | null;
  /** Looking ended before as many were found as were asked for: what is rare among millions is looked for in parts. */
  isCutShort: boolean;
}

/** Rows that are read at once, and as many blocks as are looked through at once where little is found. */
const mostRows = 4 * foldBlock;
const mostBlocks = 256;
/** Events that one question looks through. */
const mostLookedThrough = 3_000_000;

/**
 * The newest lines of what is looked for, from a number down. Read block by block, from the top of the block that `before` is in: what is folded
 * with what is known without the page before. Where little is found, more blocks are asked for at once, so that a rare kind among a million
 * others costs a handful of questions, and none of them sorts more than it returns.
 *
 * @param page.isFlat every event is a line of its own
 */
export async function findEventLines(
  reader: Reader,
  search: EventSearch,
  page: { before?: number; limit: number; isFlat?: boolean },
): Promise<FoundLines> {
  const { seq: newest } = await eventHead(reader);
  const before = Math.min(page.before ?? newest + 1, newest + 1);
  const lines: EventLine<FoundRow>[] = [];
  let top = (blockOf(Math.max(before - 1, 1)) + 1) * foldBlock;
  let blocks = 1;
  for (let lookedThrough = 0; top > 0 && lines.length <= page.limit; ) {
    if (lookedThrough >= mostLookedThrough) return { lines, rest: top + 1, isCutShort: true };
    const asked = Math.max(top - blocks * foldBlock, 0);
    const { rows, endedAt } = await foundRows(reader, search, { above: asked, upTo: top });
    // As many as were asked for: the last block may not be whole.
    const above = endedAt === null ? asked : (blockOf(endedAt) + 1) * foldBlock;
    const whole = rows.filter(({ seq }) => seq > above);
    const some = page.isFlat ? whole.map((event): EventLine<FoundRow> => ({ events: [event] })) : foldEvents(whole);
    lines.push(...some.filter(({ events: [first] }) => first.seq < before));
    lookedThrough += top - above;
    top = above;
    blocks = rows.length < foldBlock ? Math.min(blocks * 4, mostBlocks) : 1;
  }
  const shown = lines.slice(0, page.limit);
  const isMore = lines.length > page.limit;
  return { lines: shown, rest: isMore ? (shown.at(-1)?.events[0].seq ?? null) : null, isCutShort: false };
}

/** Events by their numbers, the newest first. */
export async function eventsBySeq(reader: Reader, seqs: readonly number[]): Promise<ChainedEvent[]> {
  const { loggedEvents: e } = reader.t;
  const events: ChainedEvent[] = [];
  const sorted = [...seqs].sort((a, b) => b - a);
  for (let from = 0; from < sorted.length; from += maxNamed) {
    const rows = await reader.db
      .select()
      .from(e)
      .where(inArray(e.seq, sorted.slice(from, from + maxNamed)))
      .orderBy(desc(e.seq));
    events.push(...(await eventsOfRows(reader, rows)));
  }
  return events;
}

/** How many cells each of some lines of saves wrote into. */
export async function cellsOfLines(reader: Reader, lines: readonly EventLine<FoundRow>[]): Promise<number[]> {
  const { eventWords: w } = reader.t;
  const forms = [...new Set(lines.flatMap(({ events }) => events.map(({ form }) => form)))];
  const cells = new Map<number, string>();
  for (let from = 0; from < forms.length; from += maxNamed) {
    const rows = await reader.db
      .select()
      .from(w)
      .where(inArray(w.id, forms.slice(from, from + maxNamed)));
    for (const { id, word } of rows) cells.set(id, cellOfForm(word) ?? `${id}`);
  }
  return lines.map(({ events }) => new Set(events.map(({ form }) => cells.get(form))).size);
}

/** @returns `endedAt`: the number of the last event that was read, where there may be more of the range than is read at once */
async function foundRows(
  reader: Reader,
  search: EventSearch,
  range: { above: number; upTo: number },
): Promise<{ rows: FoundRow[]; endedAt: number | null }> {
  const { db, t } = reader;
  const { loggedEvents: e, eventCircumstances: c, eventWords: w } = t;
  const { kinds, from, to, number } = search;
  const ofCircumstance = circumstanceConditions(reader, search);
  const read = await db
    .select({
      ...{ seq: e.seq, at: e.at, kind: e.kind, form: e.form, saidAt: c.at },
      ...{ actorId: c.actorId, unitId: c.unitId, objectId: c.objectId },
    })
    .from(e)
    // An event whose circumstance somebody took out is shown all the same.
    .leftJoin(c, eq(c.id, e.circumstance))
    .where(
      and(
        ...[gte(e.seq, range.above + 1), lte(e.seq, range.upTo)],
        ...(kinds
          ? [
              inArray(
                e.kind,
                db
                  .select({ id: w.id })
                  .from(w)
                  .where(inArray(w.word, [...kinds])),
              ),
            ]
          : []),
        ...(from ? [gte(e.at, from.getTime())] : []),
        ...(to ? [lt(e.at, to.getTime())] : []),
        ...(number === undefined ? [] : [or(eq(e.said, `[${number}]`), like(e.said, `[${number},%`))]),
        ...(ofCircumstance.length > 0
          ? [
              inArray(
                e.circumstance,
                db
                  .select({ id: c.id })
                  .from(c)
                  .where(and(...ofCircumstance)),
              ),
            ]
          : []),
      ),
    )
    .orderBy(desc(e.seq))
    .limit(mostRows);
  const rows = read
    .filter((row) => fitsNames(row, search))
    .map(({ seq, at, kind, form, saidAt, actorId, objectId }) => ({
      ...{ seq, form, actorId, objectId: objectId ?? '' },
      at: saidAt === null ? at : Date.parse(saidAt) || at,
      isSave: kind === figureSavedKind,
    }));
  return { rows, endedAt: read.length < mostRows ? null : (read.at(-1)?.seq ?? null) };
}

function circumstanceConditions({ t: { eventCircumstances: c } }: Reader, search: EventSearch): SQL[] {
  const { actorIds, unitIds, objectType, year, quarter, objects = [] } = search;
  const object = objects.flatMap((one) =>
    areFew(one.objectIds) && areFew(one.unitIds) ? [or(inArray(c.objectId, [...one.objectIds]), inArray(c.unitId, [...one.unitIds]))] : [],
  );
  return [
    ...(areFew(actorIds) ? [inArray(c.actorId, [...actorIds])] : []),
    ...(areFew(unitIds) ? [inArray(c.unitId, [...unitIds])] : []),
    ...(objectType ? [eq(c.objectType, objectType)] : []),
    ...(year === undefined ? [] : [like(c.period, `${year}%`)]),
    ...(quarter === undefined ? [] : [like(c.period, `%Q${quarter}%`)]),
    ...object.filter((one) => one !== undefined),
  ];
}

/** What is too many to be named in the question is compared here. */
function fitsNames(
  row: { actorId: string | null; unitId: string | null; objectId: string | null },
  { actorIds, unitIds, objects = [] }: EventSearch,
): boolean {
  const isIn = (ids: ReadonlySet<string>, id: string | null) => id !== null && ids.has(id);
  if (actorIds && !isIn(actorIds, row.actorId)) return false;
  if (unitIds && !isIn(unitIds, row.unitId)) return false;
  return objects.every((one) => isIn(one.objectIds, row.objectId) || isIn(one.unitIds, row.unitId));
}

function areFew(ids: ReadonlySet<string> | undefined): ids is ReadonlySet<string> {
  return ids !== undefined && ids.size <= maxNamed;
}
