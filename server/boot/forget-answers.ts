import { setImmediate as nextTurn } from 'node:timers/promises';
import { dropUploadsBefore, forgetChanges, type Store } from '@/db/store';
import { uploadKeptMs } from '@/server/domain/attachments';
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

/** Lets go of files that broke off on their way. @returns how many pieces */
export async function forgetUploads(store: Store, now: Date): Promise<number> {
  return store.tx((tx) => dropUploadsBefore(tx, new Date(now.getTime() - uploadKeptMs)));
}

/** Every hour from now on. A time that fails (the disk is full) is made up by the next. */
export function keepForgettingAnswers(store: Store, log: Log): void {
  const forget = () =>
    forgetAnswers(store, new Date())
      .then(() => forgetUploads(store, new Date()))
      .catch((error: unknown) =>
        log.warn({ error: errorFacts(error) }, 'answers and uploads that are not needed any more could not be taken away'),
      );
  setInterval(forget, everyMs).unref();
  setTimeout(forget, 60_000).unref();
}
