import { insertPendingAct, listOpenActs, type PendingAct, settleAct } from '@/db/store';
import { type PendingActKind, pendingActLifetimeMs } from '@/server/domain/duties';
import type { Role } from '@/server/domain/permissions';
import { Refused } from '@/server/errors';
import type { CommandContext, CommandTx, EventObject } from '../command';

export interface AskedAct {
  kind: PendingActKind;
  askedBy: string;
  askedAs?: string | null;
  userId: string | null;
  role?: Role | null;
  unitId?: string | null;
  reason?: string;
  heldPasswordHash?: string | null;
}

/**
 * Writes down what waits until another person confirms it.
 *
 * @returns its id
 * @throws Refused invalid (the same waits already)
 */
export async function askForAct(tx: CommandTx, context: CommandContext, asked: AskedAct): Promise<string> {
  const { kind, askedBy, userId, askedAs = null, role = null, unitId = null, reason = '', heldPasswordHash = null } = asked;
  const waits = (await listOpenActs(tx)).some(
    (one) => one.kind === kind && one.userId === userId && one.role === role && one.unitId === unitId,
  );
  if (waits) throw new Refused('invalid', { zh: '同样的事项已在等待确认，没有重复提出。', en: 'The same waits to be confirmed already.' });
  const id = context.newId();
  const askedAt = context.now();
  const endsAt = new Date(askedAt.getTime() + pendingActLifetimeMs);
  await insertPendingAct(tx, {
    ...{ id, kind, askedBy, askedAs, askedAt, userId, role, unitId, reason, endsAt },
    ...{ status: 'open', decidedBy: null, decidedAt: null, heldPasswordHash },
  });
  tx.record(
    'duty.asked',
    { id, kind, askedBy, askedAs, userId, role, unitId, reason, endsAt: endsAt.toISOString() },
    { object: objectOf({ userId, unitId }), ...(reason ? { reason } : {}) },
  );
  return id;
}

/** What an act is about, for its events. */
export function objectOf({ userId, unitId }: Pick<PendingAct, 'userId' | 'unitId'>): EventObject {
  return userId === null ? { type: 'unit', id: unitId ?? '', unitId, period: null } : { type: 'person', id: userId, unitId, period: null };
}

/** What its events say of an act once it is settled. */
export function saidOf({ id, kind, userId, role, unitId }: PendingAct) {
  return { id, kind, userId, role, unitId };
}

/** Ends what waits for what has happened otherwise: a newer link or password of the person, the three divided or not. */
export async function lapseActs(tx: CommandTx, context: Pick<CommandContext, 'now'>, which: (act: PendingAct) => boolean): Promise<void> {
  for (const act of (await listOpenActs(tx)).filter(which))
    if (await settleAct(tx, act.id, { status: 'lapsed', decidedBy: null, decidedAt: context.now() }))
      tx.record('duty.lapsed', saidOf(act), { object: objectOf(act) });
}

/** A password that waits for this person. */
export const waitsForPasswordOf = (userId: string) => (act: PendingAct) =>
  act.userId === userId && (act.kind === 'own_link' || act.kind === 'three_link');
