import { and, asc, desc, eq, gt, inArray, like, lt, type SQL, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/sqlite-core';
import { type ChainedEvent, chainEvent, type EventFacts, genesisHash } from '@/server/domain/audit';
import { figureSavedKind } from '../schema/log';
import { byOwner } from './by-owner';
import { EventDictionary, eventsOfRows, isOfObject, placeFor } from './event-rows';
import { type PackedEvent, packEvent } from './packed-event';
import { partsOf } from './parts-of';
import { prepared } from './prepared';
import { moveReportStandings } from './report-standings';
import type { Reader, Tx } from './store';
import { moveFindingMarks } from './submission-findings';
import { moveSubmissionStandings } from './submission-standings';

/** What a transaction locks that adds to the log. It is the last lock any of them takes. */
export const eventLog = 'events';

/** The last link of the chain; seq 0 and the genesis hash before the first event. */
export async function eventHead(reader: Reader): Promise<{ seq: number; hash: string }> {
  const query = prepared(reader, 'events.head', ({ db, t: { loggedEvents: e } }) =>
    db.select({ seq: e.seq, hash: e.hash }).from(e).orderBy(desc(e.seq)).limit(1),
  );
  const [head] = await query.execute();
  return head ?? { seq: 0, hash: genesisHash };
}

/**
 * Adds events to the chain, in the transaction of the change they tell of; what is kept of reports and of submissions that they may have moved
 * is out of date.
 */
export async function recordEvents(tx: Tx, facts: readonly EventFacts[]): Promise<void> {
  const [first] = facts;
  if (!first) return;
  await tx.lock(eventLog);
  await moveReportStandings(tx, facts);
  await moveSubmissionStandings(tx, facts);
  await moveFindingMarks(tx, facts);
  const place = await placeFor(tx, packed(first));
  const dictionary = new EventDictionary(tx);
  const insert = prepared(tx, 'events.insert', ({ db, t }) =>
    db.insert(t.loggedEvents).values({
      at: sql.placeholder('at'),
      seq: sql.placeholder('seq'),
      circumstance: sql.placeholder('circumstance'),
      form: sql.placeholder('form'),
      kind: sql.placeholder('kind'),
      hash: sql.placeholder('hash'),
      requestId: sql.placeholder('requestId'),
      said: sql.placeholder('said'),
    }),
  );
  let { seq, hash } = place;
  for await (const some of partsOf(facts)) {
    const alike = some.map(packed);
    if (facts.length > 1) await dictionary.find(alike);
    else dictionary.know(alike[0] as PackedEvent, place);
    for (const [index, fact] of some.entries()) {
      ({ seq, hash } = chainEvent(fact, seq + 1, hash));
      const { kind, form, circumstance, ...said } = alike[index] as PackedEvent;
      const numbers = {
        kind: await dictionary.word(kind),
        form: await dictionary.word(form),
        circumstance: await dictionary.circumstance(circumstance),
      };
      await insert.execute({ ...said, ...numbers, seq, hash });
    }
  }
}

/** Before it has a place in the chain. */
function packed(fact: EventFacts): PackedEvent {
  return packEvent({ ...fact, seq: 0, prev: '', hash: '' });
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
  const { loggedEvents: e } = reader.t;
  const rows = await reader.db
    .select()
    .from(e)
    .where(and(...conditions(reader, filter)))
    .orderBy(asc(e.seq))
    .limit(filter.limit);
  return eventsOfRows(reader, rows);
}

export interface NewestAct {
  kind: string;
  actorId: string | null;
  seq: number;
}

/** Who did what to an object, each kind and person once, with the number of the newest such event. */
export async function newestActs(reader: Reader, object: { type: string; id: string }): Promise<NewestAct[]> {
  return (await newestActsOf(reader, { type: object.type, ids: [object.id] })).get(object.id) ?? [];
}

/** The same of many objects of a type, by object. @param of.kinds only events of these kinds. @param of.actorId only what this person did */
export async function newestActsOf(
  reader: Reader,
  of: { type: string; ids: readonly string[]; kinds?: readonly string[]; actorId?: string },
): Promise<Map<string, NewestAct[]>> {
  if (of.ids.length === 0) return new Map();
  const { loggedEvents: e, eventCircumstances: c, eventWords: w } = reader.t;
  const rows = await reader.db
    .select({ objectId: c.objectId, kind: w.word, actorId: c.actorId, seq: sql<number>`max(${e.seq})`.mapWith(Number) })
    .from(c)
    .innerJoin(e, eq(e.circumstance, c.id))
    .innerJoin(w, eq(w.id, e.kind))
    .where(
      and(
        eq(c.objectType, of.type),
        inArray(c.objectId, [...of.ids]),
        ...(of.kinds ? [inArray(w.word, [...of.kinds])] : []),
        ...(of.actorId === undefined ? [] : [eq(c.actorId, of.actorId)]),
      ),
    )
    .groupBy(c.objectId, w.word, c.actorId);
  return byOwner(
    rows,
    (row) => row.objectId,
    ({ objectId: _object, ...act }) => act,
  );
}

/** The newest events first. */
export async function latestEvents(reader: Reader, filter: EventFilter & { before?: number }): Promise<ChainedEvent[]> {
  const { loggedEvents: e } = reader.t;
  const before = filter.before === undefined ? [] : [lt(e.seq, filter.before)];
  const rows = await reader.db
    .select()
    .from(e)
    .where(and(...conditions(reader, filter), ...before))
    .orderBy(desc(e.seq))
    .limit(filter.limit);
  return eventsOfRows(reader, rows);
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
  const { loggedEvents: e, eventWords: w } = t;
  const numbers = await db
    .select({ id: w.id })
    .from(w)
    .where(inArray(w.word, [...kinds]));
  const newestOf = (kind: number) =>
    db
      .select({ seq: e.seq })
      .from(e)
      .where(and(eq(e.kind, kind), ...unlessFigures(reader, kind), ...(before === undefined ? [] : [lt(e.seq, before)])))
      .orderBy(desc(e.seq))
      .limit(limit)
      .as('newest');
  const found = numbers.map(({ id }) => {
    const newest = newestOf(id);
    return db.select({ seq: newest.seq }).from(newest);
  });
  const [first, second, ...others] = found;
  if (!first) return [];
  const seqs = await (second ? unionAll(first, second, ...others) : first);
  const wanted = seqs.map((row) => row.seq).sort((a, b) => b - a);
  if (wanted.length === 0) return [];
  const rows = await db
    .select()
    .from(e)
    .where(inArray(e.seq, wanted.slice(0, limit)))
    .orderBy(desc(e.seq));
  return eventsOfRows(reader, rows);
}

/** The index by kind leaves saved figures out, and is taken where the question does so too. */
function unlessFigures({ t }: Reader, kind: number): SQL[] {
  return kind === figureSavedKind ? [] : [sql`${t.loggedEvents.kind} <> ${sql.raw(String(figureSavedKind))}`];
}

function conditions(reader: Reader, filter: EventFilter): SQL[] {
  const { loggedEvents: e, eventWords: w } = reader.t;
  const { objectType, objectId, objectIds, kindPrefix, kinds, after } = filter;
  const kindsWhere = (words: SQL) => inArray(e.kind, reader.db.select({ id: w.id }).from(w).where(words));
  const object = {
    ...(objectType ? { type: objectType } : {}),
    ...(objectId ? { ids: [objectId] } : objectIds ? { ids: objectIds } : {}),
  };
  return [
    ...(objectType || objectId || objectIds ? [isOfObject(reader, object)] : []),
    ...(objectId && objectIds ? [isOfObject(reader, { ids: objectIds })] : []),
    ...(kindPrefix ? [kindsWhere(like(w.word, `${kindPrefix}%`))] : []),
    ...(kinds ? [kindsWhere(inArray(w.word, [...kinds]))] : []),
    ...(after === undefined ? [] : [gt(e.seq, after)]),
  ];
}
