import { and, eq, getTableColumns, inArray, max, type Placeholder, type SQL, sql } from 'drizzle-orm';
import { type ChainedEvent, genesisHash } from '@/server/domain/audit';
import { figureSavedKind } from '../schema/log';
import { type Circumstance, circumstanceKey, type PackedEvent, unpackEvent } from './packed-event';
import { prepared } from './prepared';
import type { Reader, Tx } from './store';

export type EventRow = Reader['t']['loggedEvents']['$inferSelect'];

/** Rows that one question may name. */
const mostNamed = 500;

/**
 * Events of their rows, in the same order. What somebody took out of what events say alike is told as empty, and the hash shows it.
 */
export async function eventsOfRows(reader: Reader, rows: readonly EventRow[]): Promise<ChainedEvent[]> {
  if (rows.length === 0) return [];
  const wordIds = new Set<number>();
  const circumstanceIds = new Set<number>();
  for (const { kind, form, circumstance } of rows) {
    wordIds.add(kind).add(form);
    circumstanceIds.add(circumstance);
  }
  const words = await wordsBy(reader, wordIds);
  const circumstances = await circumstancesBy(reader, circumstanceIds);
  const prevs = await prevsOf(reader, rows);
  return rows.map((row, index) =>
    unpackEvent(
      {
        seq: row.seq,
        at: row.at,
        kind: words.get(row.kind) ?? '',
        form: words.get(row.form) ?? '',
        said: row.said,
        circumstance: circumstances.get(row.circumstance) ?? nowhere,
        requestId: row.requestId,
        hash: row.hash,
      },
      prevs[index] ?? genesisHash,
    ),
  );
}

/** The hash of the event before each. In most lists it stands beside it, whichever way they run. */
async function prevsOf(reader: Reader, rows: readonly EventRow[]): Promise<(string | undefined)[]> {
  const prevs = rows.map(({ seq }, index) => {
    const [above, below] = [rows[index - 1], rows[index + 1]];
    return above?.seq === seq - 1 ? above.hash : below?.seq === seq - 1 ? below.hash : undefined;
  });
  const open = rows.flatMap(({ seq }, index) => (prevs[index] === undefined && seq > 1 ? [seq - 1] : []));
  if (open.length === 0) return prevs;
  const found = await hashesBy(reader, open);
  return prevs.map((prev, index) => prev ?? found.get((rows[index]?.seq ?? 0) - 1));
}

const nowhere: Circumstance = {
  ...{ actorId: null, actorName: '', unitId: null, objectType: '', objectId: '', period: null, reason: null },
  ...{ sessionHash: null, ip: null, requestId: null, at: null },
};

async function wordsBy({ db, t }: Reader, ids: ReadonlySet<number>): Promise<Map<number, string>> {
  const rows = await inParts(ids, (some) => db.select().from(t.eventWords).where(inArray(t.eventWords.id, some)));
  return new Map(rows.map(({ id, word }) => [id, word]));
}

async function circumstancesBy({ db, t }: Reader, ids: ReadonlySet<number>): Promise<Map<number, Circumstance>> {
  const { key: _, ...columns } = getTableColumns(t.eventCircumstances);
  const rows = await inParts(ids, (some) => db.select(columns).from(t.eventCircumstances).where(inArray(t.eventCircumstances.id, some)));
  return new Map(rows.map(({ id, ...circumstance }) => [id, circumstance]));
}

async function hashesBy({ db, t: { loggedEvents } }: Reader, seqs: readonly number[]): Promise<Map<number, string>> {
  const { seq, hash } = loggedEvents;
  const rows = await inParts(seqs, (some) => db.select({ seq, hash }).from(loggedEvents).where(inArray(seq, some)));
  return new Map(rows.map((row) => [row.seq, row.hash]));
}

async function inParts<K, T>(all: Iterable<K>, ask: (some: K[]) => PromiseLike<T[]>): Promise<T[]> {
  const keys = [...all];
  const found: T[] = [];
  for (let from = 0; from < keys.length; from += mostNamed) found.push(...(await ask(keys.slice(from, from + mostNamed))));
  return found;
}

/** A row's event is of an object of this type, or of one of these. */
export function isOfObject({ db, t }: Reader, { type, ids }: { type?: string; ids?: readonly string[] }): SQL {
  const { eventCircumstances: c, loggedEvents } = t;
  const is = [...(type === undefined ? [] : [eq(c.objectType, type)]), ...(ids ? [inArray(c.objectId, [...ids])] : [])];
  return inArray(
    loggedEvents.circumstance,
    db
      .select({ id: c.id })
      .from(c)
      .where(and(...is)),
  );
}

/** Where the log ends, and the numbers of what an event says that was said before; null: it never was. */
interface Place {
  seq: number;
  hash: string;
  kind: number | null;
  form: number | null;
  circumstance: number | null;
}

/** In one question: every save asks it. */
export async function placeFor(tx: Tx, { kind, form, circumstance }: PackedEvent): Promise<Place> {
  const query = prepared(tx, 'events.place', ({ db, t: { loggedEvents: e, eventWords: w, eventCircumstances: c } }) => {
    const wordOf = (name: string) => sql<number | null>`(select ${w.id} from ${w} where ${w.word} = ${sql.placeholder(name)})`;
    return db
      .select({
        seq: sql<number>`coalesce((select max(${e.seq}) from ${e}), 0)`.mapWith(Number),
        hash: sql<string>`(select ${e.hash} from ${e} order by ${e.seq} desc limit 1)`.mapWith(e.hash),
        kind: wordOf('kind'),
        form: wordOf('form'),
        circumstance: sql<number | null>`(select ${c.id} from ${c} where ${c.key} = ${sql.placeholder('key')})`,
      })
      .from(sql`(select 1 as one) as one`);
  });
  const [place] = await query.execute({ kind, form, key: Buffer.from(circumstanceKey(circumstance), 'hex') });
  return { ...place, hash: place?.hash ?? genesisHash } as Place;
}

/** Every column, each by its own name. */
function placeholdersOf(table: Reader['t']['eventCircumstances']) {
  const names = Object.keys(getTableColumns(table)) as (keyof typeof table.$inferInsert)[];
  return Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as Record<(typeof names)[number], Placeholder>;
}

/** What events say alike, by its number; what was never said gets one. Whoever asks holds the log's lock. */
export class EventDictionary {
  readonly #words = new Map<string, number>();
  readonly #circumstances = new Map<string, number>();
  /** Nobody else adds one meanwhile. */
  #lastCircumstance: number | null = null;

  constructor(private readonly tx: Tx) {}

  /** What is there of all that these say, in as few questions as there are hundreds of them. */
  async find(events: readonly PackedEvent[]): Promise<void> {
    const { db, t } = this.tx;
    const words = new Set(events.flatMap(({ kind, form }) => [kind, form]));
    const keys = new Set(events.map(({ circumstance }) => circumstanceKey(circumstance)));
    for (const { id, word } of await inParts(words, (some) => db.select().from(t.eventWords).where(inArray(t.eventWords.word, some))))
      this.#words.set(word, id);
    const { id, key } = t.eventCircumstances;
    const found = await inParts(keys, (some) => db.select({ id, key }).from(t.eventCircumstances).where(inArray(key, some)));
    for (const row of found) this.#circumstances.set(row.key, row.id);
  }

  know(event: PackedEvent, { kind, form, circumstance }: Pick<Place, 'kind' | 'form' | 'circumstance'>): void {
    if (kind !== null) this.#words.set(event.kind, kind);
    if (form !== null) this.#words.set(event.form, form);
    if (circumstance !== null) this.#circumstances.set(circumstanceKey(event.circumstance), circumstance);
  }

  async word(word: string): Promise<number> {
    const { db, t } = this.tx;
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    const id = word === 'figure.saved' ? figureSavedKind : await this.#nextWord();
    await db.insert(t.eventWords).values({ id, word });
    this.#words.set(word, id);
    return id;
  }

  async #nextWord(): Promise<number> {
    const { db, t } = this.tx;
    const [last] = await db.select({ id: max(t.eventWords.id) }).from(t.eventWords);
    return Math.max(last?.id ?? 0, figureSavedKind) + 1;
  }

  async circumstance(circumstance: Circumstance): Promise<number> {
    const key = circumstanceKey(circumstance);
    const known = this.#circumstances.get(key);
    if (known !== undefined) return known;
    const id = (this.#lastCircumstance ?? (await this.#findLastCircumstance())) + 1;
    this.#lastCircumstance = id;
    const insert = prepared(this.tx, 'events.circumstance', ({ db, t: { eventCircumstances } }) =>
      db.insert(eventCircumstances).values(placeholdersOf(eventCircumstances)),
    );
    await insert.execute({ id, key, ...circumstance });
    this.#circumstances.set(key, id);
    return id;
  }

  async #findLastCircumstance(): Promise<number> {
    const { db, t } = this.tx;
    const [last] = await db.select({ id: max(t.eventCircumstances.id) }).from(t.eventCircumstances);
    return last?.id ?? 0;
  }
}
