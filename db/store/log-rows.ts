import { and, asc, eq, gt, inArray, lte, notInArray, sql } from 'drizzle-orm';
import type { ChainedEvent } from '@/server/domain/audit';
import type { Tables } from '../schema/tables';
import { prepared } from './prepared';
import type { Reader } from './store';

/** Events from a number on, in order: a page of the walk over the whole log. */
export async function eventsAfter(reader: Reader, after: number, limit: number): Promise<ChainedEvent[]> {
  const query = prepared(reader, 'events.after', ({ db, t }) =>
    db
      .select()
      .from(t.events)
      .where(gt(t.events.seq, sql.placeholder('after')))
      .orderBy(asc(t.events.seq))
      .limit(sql.placeholder('limit')),
  );
  return (await query.execute({ after, limit })) as unknown as ChainedEvent[];
}

/** Events of neither filings nor reports, from a number on up to another, in order: a page of them. */
export async function officeEvents(reader: Reader, page: { after: number; upTo: number; limit: number }): Promise<ChainedEvent[]> {
  const { events } = reader.t;
  const rows = await reader.db
    .select()
    .from(events)
    .where(and(gt(events.seq, page.after), lte(events.seq, page.upTo), notInArray(events.objectType, ['filing', 'report'])))
    .orderBy(asc(events.seq))
    .limit(page.limit);
  return rows as unknown as ChainedEvent[];
}

/** The objects of a kind to which something happened after an event. */
export async function objectsSince(reader: Reader, objectType: string, seq: number): Promise<Set<string>> {
  const { events } = reader.t;
  const rows = await reader.db
    .selectDistinct({ id: events.objectId })
    .from(events)
    .where(and(gt(events.seq, seq), eq(events.objectType, objectType)));
  return new Set(rows.map(({ id }) => id));
}

/** How many events each object of a kind has; what nothing happened to is absent. */
export async function countEvents(reader: Reader, objectType: string): Promise<Map<string, number>> {
  const { events } = reader.t;
  const rows = await reader.db
    .select({ id: events.objectId, events: sql<number>`count(*)`.mapWith(Number) })
    .from(events)
    .where(eq(events.objectType, objectType))
    .groupBy(events.objectId);
  return new Map(rows.map((row) => [row.id, row.events]));
}

/** The events of some objects, object by object in order; of one object from a number on. */
export async function eventsOf(
  reader: Reader,
  objectType: string,
  objectIds: readonly string[],
  page: { after: number; limit: number },
): Promise<ChainedEvent[]> {
  const { events } = reader.t;
  const rows = await reader.db
    .select()
    .from(events)
    .where(and(eq(events.objectType, objectType), inArray(events.objectId, [...objectIds]), gt(events.seq, page.after)))
    .orderBy(asc(events.objectId), asc(events.seq))
    .limit(page.limit);
  return rows as unknown as ChainedEvent[];
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
