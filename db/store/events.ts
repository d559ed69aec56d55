import { and, asc, desc, eq, gt, inArray, like, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/sqlite-core';
import { type ChainedEvent, chainEvent, type EventFacts, genesisHash } from '@/server/domain/audit';
import { byOwner } from './by-owner';
import { prepared } from './prepared';
import { moveReportStandings } from './report-standings';
import type { Reader, Tx } from './store';

/** What a transaction locks that adds to the log. It is the last lock any of them takes. */
export const eventLog = 'events';

/** The last link of the chain; seq 0 and the genesis hash before the first event. */
export async function eventHead(reader: Reader): Promise<{ seq: number; hash: string }> {
  const query = prepared(reader, 'events.head', ({ db, t }) =>
    db.select({ seq: t.events.seq, hash: t.events.hash }).from(t.events).orderBy(desc(t.events.seq)).limit(1),
  );
  const [head] = await query.execute();
  return head ?? { seq: 0, hash: genesisHash };
}

/** Adds events to the chain, in the transaction of the change they tell of; what is kept of reports that they may have moved is out of date. */
export async function recordEvents(tx: Tx, facts: readonly EventFacts[]): Promise<void> {
  if (facts.length === 0) return;
  await tx.lock(eventLog);
  await moveReportStandings(tx, facts);
  let { seq, hash } = await eventHead(tx);
  const insert = prepared(tx, 'events.insert', ({ db, t }) =>
    db.insert(t.events).values({
      seq: sql.placeholder('seq'),
      at: sql.placeholder('at'),
      kind: sql.placeholder('kind'),
      actorId: sql.placeholder('actorId'),
      actorName: sql.placeholder('actorName'),
      unitId: sql.placeholder('unitId'),
      objectType: sql.placeholder('objectType'),
      objectId: sql.placeholder('objectId'),
      period: sql.placeholder('period'),
      payload: sql.placeholder('payload'),
      reason: sql.placeholder('reason'),
      requestId: sql.placeholder('requestId'),
      sessionHash: sql.placeholder('sessionHash'),
      ip: sql.placeholder('ip'),
      prev: sql.placeholder('prev'),
      hash: sql.placeholder('hash'),
    }),
  );
  for (const fact of facts) {
    const event = chainEvent(fact, seq + 1, hash);
    await insert.execute({ ...event });
    ({ seq, hash } = event);
  }
}

export interface EventFilter {
  objectType?: string;
  objectId?: string;
  /** Only of these objects. */
  objectIds?: readonly string[];
  kindPrefix?: string;
  /** Only events of these kinds. */
  kinds?: readonly string[];
  /** Only events after this number. */
  after?: number;
  limit: number;
}

/** Events in the order they happened. */
export async function listEvents(reader: Reader, filter: EventFilter): Promise<ChainedEvent[]> {
  const { db, t } = reader;
  const rows = await db
    .select()
    .from(t.events)
    .where(and(...conditions(reader, filter)))
    .orderBy(asc(t.events.seq))
    .limit(filter.limit);
  return rows.map(toEvent);
}

export interface NewestAct {
  kind: string;
  actorId: string | null;
  seq: number;
}

/** Who did what to an object, each kind and person once, with the number of the newest such event. */
export async function newestActs(reader: Reader, object: { type: string; id: string }): Promise<NewestAct[]> {
  const { db, t } = reader;
  const newest = sql<number>`max(${t.events.seq})`.mapWith(Number);
  return db
    .select({ kind: t.events.kind, actorId: t.events.actorId, seq: newest })
    .from(t.events)
    .where(and(eq(t.events.objectType, object.type), eq(t.events.objectId, object.id)))
    .groupBy(t.events.kind, t.events.actorId);
}

/** The same of many objects of a type, by object. @param of.kinds only events of these kinds. @param of.actorId only what this person did */
export async function newestActsOf(
  reader: Reader,
  of: { type: string; ids: readonly string[]; kinds?: readonly string[]; actorId?: string },
): Promise<Map<string, NewestAct[]>> {
  if (of.ids.length === 0) return new Map();
  const { events } = reader.t;
  const rows = await reader.db
    .select({
      objectId: events.objectId,
      kind: events.kind,
      actorId: events.actorId,
      seq: sql<number>`max(${events.seq})`.mapWith(Number),
    })
    .from(events)
    .where(
      and(
        eq(events.objectType, of.type),
        inArray(events.objectId, [...of.ids]),
        ...(of.kinds ? [inArray(events.kind, [...of.kinds])] : []),
        ...(of.actorId === undefined ? [] : [eq(events.actorId, of.actorId)]),
      ),
    )
    .groupBy(events.objectId, events.kind, events.actorId);
  return byOwner(
    rows,
    (row) => row.objectId,
    ({ objectId: _object, ...act }) => act,
  );
}

/** The newest events first. */
export async function latestEvents(reader: Reader, filter: EventFilter & { before?: number }): Promise<ChainedEvent[]> {
  const { db, t } = reader;
  const before = filter.before === undefined ? [] : [sql`${t.events.seq} < ${filter.before}`];
  const rows = await db
    .select()
    .from(t.events)
    .where(and(...conditions(reader, filter), ...before))
    .orderBy(desc(t.events.seq))
    .limit(filter.limit);
  return rows.map(toEvent);
}

/**
 * The newest events of some kinds first. Of each kind its own newest are found by the index and the newest of these are taken, because a
 * kind that is rare among a million others would be looked for through all of them.
 */
export async function latestOfKinds(
  reader: Reader,
  { kinds, before, limit }: { kinds: readonly string[]; before?: number; limit: number },
): Promise<ChainedEvent[]> {
  const { db, t } = reader;
  const newestOf = (kind: string) =>
    db
      .select({ seq: t.events.seq })
      .from(t.events)
      .where(and(eq(t.events.kind, kind), ...(before === undefined ? [] : [sql`${t.events.seq} < ${before}`])))
      .orderBy(desc(t.events.seq))
      .limit(limit)
      .as('newest');
  const found = kinds.map((kind) => {
    const newest = newestOf(kind);
    return db.select({ seq: newest.seq }).from(newest);
  });
  const [first, second, ...others] = found;
  if (!first) return [];
  const seqs = await (second ? unionAll(first, second, ...others) : first);
  const wanted = seqs.map((row) => row.seq).sort((a, b) => b - a);
  if (wanted.length === 0) return [];
  const rows = await db
    .select()
    .from(t.events)
    .where(inArray(t.events.seq, wanted.slice(0, limit)))
    .orderBy(desc(t.events.seq));
  return rows.map(toEvent);
}

function conditions({ t }: Reader, filter: EventFilter) {
  return [
    ...(filter.objectType ? [eq(t.events.objectType, filter.objectType)] : []),
    ...(filter.objectId ? [eq(t.events.objectId, filter.objectId)] : []),
    ...(filter.objectIds ? [inArray(t.events.objectId, [...filter.objectIds])] : []),
    ...(filter.kindPrefix ? [like(t.events.kind, `${filter.kindPrefix}%`)] : []),
    ...(filter.kinds ? [inArray(t.events.kind, [...filter.kinds])] : []),
    ...(filter.after === undefined ? [] : [gt(t.events.seq, filter.after)]),
  ];
}

function toEvent(row: Reader['t']['events']['$inferSelect']): ChainedEvent {
  return row as unknown as ChainedEvent;
}
