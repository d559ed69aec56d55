import { setImmediate as nextTurn } from 'node:timers/promises';
import { forgetChanges, type Store } from '@/db/store';
import { errorFacts } from '@/server/log/error-facts';
import type { Log } from '@/server/log/log';

const everyMs = 3_600_000;
const atOnce = 100;

/**
 * Takes away the answers that no repeat needs any more (`answerKeptDays`), a few at a time, so that nobody who saves waits for it.
 *
 * @returns how many
 */
export async function forgetAnswers(store: Store, now: Date): Promise<number> {
  for (let forgotten = 0; ; await nextTurn()) {
    const some = await store.tx((tx) => forgetChanges(tx, now, atOnce), { only: 'changes' });
    forgotten += some;
    if (some < atOnce) return forgotten;
  }
}

/** Every hour from now on. A time that fails (the disk is full) is made up by the next. */
export function keepForgettingAnswers(store: Store, log: Log): void {
  const forget = () =>
    forgetAnswers(store, new Date()).catch((error: unknown) =>
      log.warn({ error: errorFacts(error) }, 'answers that are not needed any more could not be taken away'),
    );
  setInterval(forget, everyMs).unref();
  setTimeout(forget, 60_000).unref();
}
