import { parentPort } from 'node:worker_threads';

const full = { name: 'SqliteError', message: 'database or disk is full', code: 'SQLITE_FULL' };

/** A thread whose jobs go wrong on purpose. */
export default function work({ name, input }) {
  if (name === 'wait') {
    // Until the other thread says so: blocks as a long computation does.
    const flag = new Int32Array(input.flag);
    Atomics.store(flag, 1, 1);
    Atomics.notify(flag, 1);
    Atomics.wait(flag, 0, 0);
    return { made: input.says };
  }
  if (name === 'never') for (;;) parentPort;
  if (name === 'exit') process.exit(3);
  if (name === 'fill') {
    const kept = [];
    for (;;) kept.push(new Array(1_000_000).fill(kept.length));
  }
  if (name === 'break later') {
    setTimeout(() => {
      throw new Error('of no job');
    }, 50);
    return { made: null };
  }
  if (name === 'throw') throw new Error('a secret of the inside');
  // As `work-in-thread.ts` tells what a store of its own says.
  if (name === 'full') return { failed: { name: 'Error', message: 'Failed query: select 1', query: 'select 1', cause: full } };
  if (name === 'refuse') return { refused: { code: 'invalid', sentence: { zh: '不行', en: 'no' }, details: { why: 1 } } };
  return { made: input };
}
