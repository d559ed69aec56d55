import { and, asc, eq, getTableColumns, gt, inArray, lte, notInArray, sql } from 'drizzle-orm';
import type { ChainedEvent } from '@/server/domain/audit';
import type { Tables } from '../schema/tables';
import { eventsOfRows } from './event-rows';
import { eventColumns, eventOfRow } from './event-view';
import { prepared } from './prepared';
import type { Reader } from './store';

/** Events from a number on, in order: a page of the walk over the whole log. */
export async function eventsAfter(reader: Reader, after: number, limit: number): Promise<ChainedEvent[]> {
  const query = prepared(reader, 'events.after', ({ db, t: { loggedEvents: e } }) =>
    db
      .select()
      .from(e)
      .where(gt(e.seq, sql.placeholder('after')))
      .orderBy(asc(e.seq))
      .limit(sql.placeholder('limit')),
  );
  return eventsOfRows(reader, await query.execute({ after, limit }));
}

/** The same of a log that another version of the program keeps: what is called `events` is the same in all of them. */
export async function eventsAfterOfAnyVersion({ db }: Reader, after: number, limit: number): Promise<ChainedEvent[]> {
  const rows = await db
    .select(Object.fromEntries(eventColumns.map(({ key, name }) => [key, sql<unknown>`${sql.identifier(name)}`])))
    .from(sql`events`)
    .where(sql`seq > ${after}`)
    .orderBy(sql`seq`)
    .limit(limit);
  return rows.map((row) => eventOfRow(row));
}

/** Events of neither filings nor reports, from a number on up to another, in order: a page of them. */
export async function officeEvents(reader: Reader, page: { after: number; upTo: number; limit: number }): Promise<ChainedEvent[]> {
  const { loggedEvents: e, eventCircumstances: c } = reader.t;
  const rows = await reader.db
    .select(getTableColumns(e))
    .from(e)
    .innerJoin(c, eq(c.id, e.circumstance))
    .where(and(gt(e.seq, page.after), lte(e.seq, page.upTo), notInArray(c.objectType, ['filing', 'report'])))
    .orderBy(asc(e.seq))
    .limit(page.limit);
  return eventsOfRows(reader, rows);
}

/** The objects of a kind to which something happened after an event. */
export async function objectsSince(reader: Reader, objectType: string, seq: number): Promise<Set<string>> {
  const { loggedEvents: e, eventCircumstances: c } = reader.t;
  const rows = await reader.db
    .selectDistinct({ id: c.objectId })
    .from(e)
    .innerJoin(c, eq(c.id, e.circumstance))
    .where(and(gt(e.seq, seq), eq(c.objectType, objectType)));
  return new Set(rows.map(({ id }) => id));
}

/** How many events each object of a kind has; what nothing happened to is absent. */
export async function countEvents(reader: Reader, objectType: string): Promise<Map<string, number>> {
  const { loggedEvents: e, eventCircumstances: c } = reader.t;
  const rows = await reader.db
    .select({ id: c.objectId, events: sql<number>`count(*)`.mapWith(Number) })
    .from(e)
    .innerJoin(c, eq(c.id, e.circumstance))
    .where(eq(c.objectType, objectType))
    .groupBy(c.objectId);
  return new Map(rows.map((row) => [row.id, row.events]));
}

/** The events of some objects, object by object in order; of one object from a number on. */
export async function eventsOf(
  reader: Reader,
  objectType: string,
  objectIds: readonly string[],
  page: { after: number; limit: number },
): Promise<ChainedEvent[]> {
  const { loggedEvents: e, eventCircumstances: c } = reader.t;
  const rows = await reader.db
    .select(getTableColumns(e))
    .from(c)
    .innerJoin(e, eq(e.circumstance, c.id))
    .where(and(eq(c.objectType, objectType), inArray(c.objectId, [...objectIds]), gt(e.seq, page.after)))
    .orderBy(asc(c.objectId), asc(e.seq))
    .limit(page.limit);
  return eventsOfRows(reader, rows);
}

export type TableName = keyof Tables;

/** Every row of a table, or those of which a column says one of these. */
export async function rowsOf(
  reader: Reader,
  table: TableName,
  where?: { column: string; is: readonly (string | number)[] },
): Promise<Record<string, unknown>[]> {
  const from = reader.t[table] as Tables['filings'];
  const query = reader.db.select().from(from);
  if (!where) return (await query) as Record<string, unknown>[];
  const column = from[where.column as 'id'];
  return (await query.where(inArray(column, where.is as string[]))) as Record<string, unknown>[];
}

/** Rows of a table whose owner is not there: nothing leads to them any more. */
export async function idsIn(reader: Reader, table: TableName, column: string): Promise<string[]> {
  const from = reader.t[table] as Tables['filings'];
  const rows = await reader.db.selectDistinct({ id: from[column as 'id'] }).from(from);
  return rows.map((row) => row.id);
}
