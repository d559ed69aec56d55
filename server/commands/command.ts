import { recordEvents, type Store, type Tx } from '@/db/store';
import { type EventFacts, type EventKind, type EventPayloads, sha256Hex } from '@/server/domain/audit';
import type { Overlay } from '@/server/domain/checks';
import { type Action, actions, can, type HeldPost, type PermissionTarget } from '@/server/domain/permissions';
import { Refused } from '@/server/errors';

/** Who acts, as they stand at this moment: read again for every request. */
export interface Actor {
  userId: string;
  name: string;
  username: string;
  sessionId: string | null;
  posts: readonly (HeldPost & { id: string })[];
}

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
}

export interface EventObject {
  type: 'filing' | 'report' | 'unit' | 'person' | 'year' | 'session';
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
 * Runs a command: everything it reads, decides, writes and records happens in one transaction. A refusal rolls the
 * transaction back and is recorded in one of its own.
 *
 * @param act what is being tried, for the record of a refusal
 */
export async function runCommand<T>(context: CommandContext, act: string, work: (tx: CommandTx) => Promise<T>): Promise<T> {
  let object: EventObject = { type: 'person', id: context.actor.userId, unitId: null, period: null };
  try {
    return await context.store.tx(async (tx) => {
      const events: EventFacts[] = [];
      const result = await work({
        db: tx.db,
        t: tx.t,
        lock: tx.lock,
        about(next) {
          object = next;
        },
        record(kind, payload, options) {
          events.push(eventFacts(context, options?.object ?? object, kind, payload, options?.reason ?? null));
        },
      });
      await recordEvents(tx, events);
      return result;
    });
  } catch (error) {
    if (error instanceof Refused) await recordRefusal(context, object, act, error);
    throw error;
  }
}

/** Refusals of lookups that never happen by a person's own screen are recorded too: somebody tried a door. */
async function recordRefusal(context: CommandContext, object: EventObject, act: string, refused: Refused): Promise<void> {
  const fact = eventFacts(context, object, 'refused', { act, code: refused.code, sentence: refused.sentence.zh }, null);
  await context.store.tx((tx) => recordEvents(tx, [fact]));
}

function eventFacts<K extends EventKind>(
  context: CommandContext,
  object: EventObject,
  kind: K,
  payload: EventPayloads[K],
  reason: string | null,
): EventFacts<K> {
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
    sessionHash: context.actor.sessionId ? sha256Hex(context.actor.sessionId).slice(0, 16) : null,
    ip: context.ip,
  };
}

/**
 * Lets the command go on when the actor may do this here and now.
 *
 * @throws Refused not_found (the unit is not the actor's to know of), forbidden, wrong_status
 */
export function requirePermission(actor: Actor, action: Action, target: PermissionTarget): void {
  const verdict = can(actor.posts, action, target);
  if (verdict === 'allowed') return;
  const what = actions[action];
  if (verdict === 'not_visible') throw notFound();
  if (verdict === 'not_permitted')
    throw new Refused('forbidden', {
      zh: `您的岗位不能“${what}”。如确需办理，请联系区政府办公室管理员。`,
      en: `Your post does not allow this (${action}). Ask the office's administrator if you need it.`,
    });
  throw new Refused('wrong_status', {
    zh: `当前状态下不能“${what}”，请刷新页面查看最新状态。`,
    en: `This is not possible in the current state (${action}). Reload to see the latest state.`,
  });
}

export function notFound(): Refused {
  return new Refused('not_found', {
    zh: '没有找到这项内容，或者您无权查看。请从“我的任务”重新进入。',
    en: 'Nothing was found here, or it is not yours to see. Start again from your tasks.',
  });
}
