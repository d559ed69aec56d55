import { endLinksOver, endSessionsOver, type Store } from '@/db/store';
import { absoluteLimitMs, clockToleranceMs, idleLimitMs } from './session-limits';

const everyMs = 60_000;

/**
 * Writes down that sessions and links are over when their time is. Reckoned anew by each request, it would be forgotten by a clock that is
 * set back, and they would live again.
 */
export async function endWhatIsOver(store: Store, now: Date): Promise<void> {
  const before = (ms: number) => new Date(now.getTime() - ms);
  await store.tx(async (tx) => {
    const over = { idleSince: before(idleLimitMs), begunBefore: before(absoluteLimitMs), ahead: before(-clockToleranceMs) };
    await endSessionsOver(tx, { ...over, at: now });
    await endLinksOver(tx, now);
  });
}

/** Every minute from now on. A time that fails (the disk is full) is made up by the next. */
export async function keepEndingWhatIsOver(store: Store): Promise<void> {
  await endWhatIsOver(store, new Date());
  setInterval(() => void endWhatIsOver(store, new Date()).catch(() => {}), everyMs).unref();
}
