import { eventLog, isUniqueViolation, recordEvents, type Store, type Tx, type TxScope } from '@/db/store';
import type { Vault } from '@/server/auth/vault';
import { type EventFacts, type EventKind, type EventPayloads, sha256Hex } from '@/server/domain/audit';
import type { Overlay } from '@/server/domain/checks';
import { Refused } from '@/server/errors';
import type { Actor } from '@/server/views/access';
import type { Work } from '@/server/work';
import { tellPeople } from './tell-people';

/** All that a command reaches for. Nothing else is ambient. */
export interface CommandContext {
  store: Store;
  actor: Actor;
  now: () => Date;
  newId: () => string;
  requestId: string;
  ip: string | null;
  /** What this deployment changes in the rule pack. */
  overlay: Overlay | null;
  /** Where heavy work is done. Without it: here and now, as on the command line. */
  work?: Work;
  /** What opens the secrets of second factors. Not there on the command line. */
  vault?: Vault;
}

export interface EventObject {
  type: 'filing' | 'report' | 'unit' | 'person' | 'year' | 'session' | 'backup';
  id: string;
  unitId: string | null;
  period: string | null;
}

/** The transaction of a command, with the pen that writes its events. */
export interface CommandTx extends Tx {
  /** Adds an event about the command's object (or another one) to the same transaction. */
  record<K extends EventKind>(kind: K, payload: EventPayloads[K], options?: { object?: EventObject; reason?: string }): void;
  /** Names the object once it is known, so that a refusal can tell what it was about. */
  about(object: EventObject): void;
}

/**
 * Runs a command: everything it reads, decides, writes and records happens in one transaction, and whom
 * it tells something is written down in it. A refusal rolls the
 * transaction back and is recorded in one of its own. Two that create the same thing at once both find that it is not there; the one whom the
 * database stops gets a sentence, as if it had come later.
 *
 * @param asked.act what is being tried, for the record of a refusal
 * @param asked.only of the few that run beside others: the one thing they decide on (`TxScope`)
 */
export async function runCommand<T>(
  context: CommandContext,
  asked: string | ({ act: string } & TxScope),
  work: (tx: CommandTx) => Promise<T>,
): Promise<T> {
  const { act, ...scope } = typeof asked === 'string' ? { act: asked } : asked;
  // An act on a thousand quarters tells of each.
  const sessionHash = hashOfSession(context);
  let object: EventObject = { type: 'person', id: context.actor.userId, unitId: null, period: null };
  try {
    return await context.store.tx(async (tx) => {
      const events: EventFacts[] = [];
      const result = await work({
        db: tx.db,
        t: tx.t,
        lock: tx.lock,
        stillReads: tx.stillReads,
        tell: tx.tell,
        about(next) {
          object = next;
        },
        record(kind, payload, options) {
          const about = options?.object ?? object;
          events.push(eventFacts(context, { object: about, kind, payload, reason: options?.reason ?? null, sessionHash }));
        },
      });
      await tellPeople(tx, context.newId, events);
      await recordEvents(tx, events);
      return result;
    }, scope);
  } catch (thrown) {
    const error = isUniqueViolation(thrown) ? createdMeanwhile() : thrown;
    if (error instanceof Refused) await recordRefusal(context, object, act, error);
    throw error;
  }
}

function createdMeanwhile(): Refused {
  return new Refused('conflict', {
    zh: '刚刚有人办理了同一件事（名称、编号或年度相同），没有重复办理。请刷新后查看。',
    en: 'Somebody has just done the same (the same name, number or year), so it was not done twice. Reload and look.',
  });
}

/** Refusals of lookups that never happen by a person's own screen are recorded too: somebody tried a door. */
async function recordRefusal(context: CommandContext, object: EventObject, act: string, refused: Refused): Promise<void> {
  const payload = { act, code: refused.code, sentence: refused.sentence.zh };
  const fact = eventFacts(context, { object, kind: 'refused', payload, reason: null, sessionHash: hashOfSession(context) });
  await context.store.tx((tx) => recordEvents(tx, [fact]), { only: eventLog });
}

function eventFacts<K extends EventKind>(
  context: CommandContext,
  said: { object: EventObject; kind: K; payload: EventPayloads[K]; reason: string | null; sessionHash: string | null },
): EventFacts<K> {
  const { object, kind, payload, reason, sessionHash } = said;
  return {
    kind,
    payload,
    at: context.now().toISOString(),
    actorId: context.actor.userId,
    actorName: context.actor.name,
    unitId: object.unitId,
    objectType: object.type,
    objectId: object.id,
    period: object.period,
    reason,
    requestId: context.requestId,
    sessionHash,
    ip: context.ip,
  };
}

function hashOfSession({ actor }: CommandContext): string | null {
  return actor.sessionId ? sha256Hex(actor.sessionId).slice(0, 16) : null;
}
