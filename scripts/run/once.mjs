import { readStamp, removeStamp, writeStamp } from './fingerprint.mjs';
import { takeLock } from './lock.mjs';
import { lockFile } from './paths.mjs';
import { say, since } from './say.mjs';

/**
 * Does a piece of work unless its stamp says that it stands already. The stamp goes first and comes back last, and only one
 * runner is at it at a time; whoever finds the work done needs no lock.
 *
 * @param {{ stamp: string, wanted: () => string, doing: string, work: (onStart: (pid: number) => void) => Promise<void>, isThere?: () => boolean }} options
 *   wanted: the fingerprint of what the work is made from; isThere: false when its result has been deleted
 */
export async function once({ stamp, wanted, doing, work, isThere = () => true }) {
  const isDone = () => readStamp(stamp) === wanted() && isThere();
  if (isDone()) return;
  const lock = await takeLock(lockFile, doing);
  try {
    if (isDone()) return;
    const startedAt = Date.now();
    const value = wanted();
    removeStamp(stamp);
    await work((pid) => lock.add(pid));
    writeStamp(stamp, value);
    say(`done ${doing} (${since(startedAt)})`);
  } finally {
    lock.release();
  }
}
