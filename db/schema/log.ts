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

  /** Append-only by trigger. `payload` is the event's own JSON; the chain is over canonical JSON, whatever the engine does to key order. */
  const events = k.table(
    'events',
    {
      seq: k.int('seq').primaryKey(),
      at: k.text('at').notNull(),
      kind: k.text('kind').notNull(),
      actorId: k.text('actor_id'),
      actorName: k.text('actor_name').notNull(),
      unitId: k.text('unit_id'),
      objectType: k.text('object_type').notNull(),
      objectId: k.text('object_id').notNull(),
      period: k.text('period'),
      payload: k.json<Record<string, unknown>>('payload').notNull(),
      reason: k.text('reason'),
      requestId: k.text('request_id').notNull(),
      sessionHash: k.text('session_hash'),
      ip: k.text('ip'),
      prev: k.text('prev').notNull(),
      hash: k.text('hash').notNull(),
    },
    (t) => [k.index('events_object').on(t.objectType, t.objectId, t.seq), k.index('events_kind').on(t.kind, t.seq)],
  );

  return { changes, events };
};
