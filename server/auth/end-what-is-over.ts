import { randomUUID } from 'node:crypto';
import { endLinksOver, endSessionsOver, listActsOver, recordEvents, type Store, settleAct, type Tx } from '@/db/store';
import { objectOf, saidOf } from '@/server/commands/duty/asked-act';
import type { EventFacts } from '@/server/domain/audit';
import { errorFacts } from '@/server/log/error-facts';
import type { Log } from '@/server/log/log';
import { absoluteLimitMs, clockToleranceMs, idleLimitMs } from './session-limits';

const everyMs = 60_000;

/**
 * Writes down that sessions and links are over when their time is. Reckoned anew by each request, it would be forgotten by a clock that is
 * set back, and they would live again. What nobody confirmed in its time lapses in a transaction of its own: what fails there lets no session live on.
 */
export async function endWhatIsOver(store: Store, now: Date): Promise<void> {
  const before = (ms: number) => new Date(now.getTime() - ms);
  const ending = store.tx(async (tx) => {
    const over = { idleSince: before(idleLimitMs), begunBefore: before(absoluteLimitMs), ahead: before(-clockToleranceMs) };
    await endSessionsOver(tx, { ...over, at: now });
    await endLinksOver(tx, now);
  });
  const outcomes = await Promise.allSettled([ending, store.tx((tx) => lapseOver(tx, now))]);
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}

/** What nobody confirmed in its time: an event tells of it, in nobody's name. */
async function lapseOver(tx: Tx, now: Date): Promise<void> {
  const events: EventFacts[] = [];
  for (const act of await listActsOver(tx, now)) {
    if (!(await settleAct(tx, act.id, { status: 'lapsed', decidedBy: null, decidedAt: now }))) continue;
    const { type: objectType, id: objectId, unitId, period } = objectOf(act);
    const nobody = { actorId: null, actorName: '系统', sessionHash: null, ip: null, requestId: randomUUID() };
    events.push({
      ...nobody,
      kind: 'duty.lapsed',
      payload: saidOf(act),
      at: now.toISOString(),
      reason: null,
      objectType,
      objectId,
      unitId,
      period,
    });
  }
  await recordEvents(tx, events);
}

/** Every minute from now on. A time that fails (the disk is full) is made up by the next; the first one has to be done before anybody is let in. */
export async function keepEndingWhatIsOver(store: Store, log: Log): Promise<void> {
  await endWhatIsOver(store, new Date());
  const end = () =>
    endWhatIsOver(store, new Date()).catch((error: unknown) =>
      log.warn({ error: errorFacts(error) }, 'sessions, links and requests that are over could not be ended'),
    );
  setInterval(end, everyMs).unref();
}
