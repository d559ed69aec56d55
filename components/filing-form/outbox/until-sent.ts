import type { Outbox } from './outbox';

/** Waits until what was typed into a filing has been answered for, or cannot be now: the outbox then says so beside the form. */
export function untilSent(outbox: Outbox | null, filingId: string): Promise<void> {
  return new Promise((resolve) => {
    const isDone = () => {
      if (!outbox) return true;
      const { entries, connection } = outbox.status.get();
      return connection !== 'ok' || !entries.some((entry) => entry.filingId === filingId && !entry.problem);
    };
    if (!outbox || isDone()) return resolve();
    const stop = outbox.status.subscribe(() => {
      if (!isDone()) return;
      stop();
      resolve();
    });
  });
}
