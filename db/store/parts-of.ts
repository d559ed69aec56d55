import { setImmediate as nextTurn } from 'node:timers/promises';

/** As many as are named in one statement that changes them, or written one after the other before somebody else has a turn. */
const atOnce = 50;

/**
 * Many in parts. Between two parts whoever only reads is answered, so that an act on a thousand units keeps nobody waiting who opens a page; what writes
 * waits for the whole of it.
 */
export async function* partsOf<T>(all: readonly T[]): AsyncGenerator<T[]> {
  for (let from = 0; from < all.length; from += atOnce) {
    if (from > 0) await nextTurn();
    yield all.slice(from, from + atOnce);
  }
}
