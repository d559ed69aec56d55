import { sql } from 'drizzle-orm';
import type { Kit } from '../kit';

/** What happened, and what was acknowledged. */
export const logTables = (k: Kit) => {
  /** A change that was acknowledged, by the client's change id, so that a repeated request is answered and not done twice. */
  const changes = k.table(
    'changes',
    {
      changeId: k.text('change_id').primaryKey(),
      userId: k.text('user_id').notNull(),
      result: k.json<unknown>('result').notNull(),
      at: k.at('at').notNull(),
      /** From when on it is not needed any more; without it, it is kept as long as the database is. */
      forgetAt: k.at('forget_at'),
    },
    (t) => [k.index('changes_forget').on(t.forgetAt)],
  );

  /**
   * What happened, a row an event, append-only by trigger; what many events say alike stands once in the two tables below. The view `events` shows
   * each as it was hashed, with the hash of the event before, and is the same in every version of the program: who asks in SQL asks it.
   * How a row is packed: `store/packed-event.ts`. Nothing refers by a foreign key: PostgreSQL would lock the rows that everybody shares.
   */
  const loggedEvents = k.table(
    'logged_events',
    {
      /** Milliseconds since 1970. */
      at: k.int('at').notNull(),
      seq: k.int32('seq').primaryKey(),
      circumstance: k.int32('circumstance').notNull(),
      form: k.int32('form').notNull(),
      kind: k.int32('kind').notNull(),
      hash: k.hex('hash').notNull(),
      requestId: k.hex('request_id'),
      /** What the form leaves open, as a JSON array. */
      said: k.text('said').notNull(),
    },
    (t) => [
      // PostgreSQL keeps equal keys together, SQLite adds the number by itself: so it is enough, and small.
      k.index('logged_events_circumstance').on(t.circumstance),
      // Most events are saved figures, which are found without: whatever is looked at is one.
      k
        .index('logged_events_kind')
        .on(t.kind, t.seq)
        .where(sql`${sql.raw('kind')} <> ${sql.raw(String(figureSavedKind))}`),
    ],
  );

  /** Kinds of events, and forms of what they say. */
  const eventWords = k.table(
    'event_words',
    {
      id: k.int32('id').primaryKey(),
      word: k.text('word').notNull(),
    },
    (t) => [k.unique('event_words_word').on(t.word)],
  );

  /** Who did it, in which session, for which reason, to what. */
  const eventCircumstances = k.table(
    'event_circumstances',
    {
      id: k.int32('id').primaryKey(),
      /** A digest of what follows. */
      key: k.hex('key').notNull(),
      actorId: k.text('actor_id'),
      actorName: k.text('actor_name').notNull(),
      unitId: k.text('unit_id'),
      objectType: k.text('object_type').notNull(),
      objectId: k.text('object_id').notNull(),
      period: k.text('period'),
      reason: k.text('reason'),
      sessionHash: k.text('session_hash'),
      ip: k.text('ip'),
      /** Of an event whose number of the request is no hex. */
      requestId: k.text('request_id'),
      /** Of an event whose time is written otherwise than the program writes it. */
      at: k.text('at'),
    },
    (t) => [k.unique('event_circumstances_key').on(t.key), k.index('event_circumstances_object').on(t.objectId)],
  );

  return { changes, loggedEvents, eventWords, eventCircumstances };
};

/** The number of `figure.saved` among the words, in every office: the index by kind names it. */
export const figureSavedKind = 1;
