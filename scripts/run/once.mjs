import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './children.mjs';
import { Problem, say } from './say.mjs';

const lock = '.nianbao/run.lock';

/**
 * Does a piece of work unless its stamp says that it stands already. The stamp goes first and comes back last, so that work
 * stopped half-way is done again; only one runner is at it at a time.
 *
 * @param {{ stamp: string, doing: string, wanted: () => string, work: () => Promise<void> }} options
 *   stamp: a file that is deleted together with the result; wanted: the fingerprint of what the work is made from
 */
export async function once({ stamp, doing, wanted, work }) {
  const file = join(root, stamp);
  const value = wanted();
  if (read(file) === value) return;
  const release = takeLock(doing);
  try {
    const startedAt = Date.now();
    rmSync(file, { force: true });
    await work();
    writeFileSync(file, value);
    say(`done (${Math.round((Date.now() - startedAt) / 1000)} s)`);
  } finally {
    release();
  }
}

/** The lock names who holds it; one whose process has ended is taken over. */
function takeLock(doing) {
  const file = join(root, lock);
  mkdirSync(dirname(file), { recursive: true });
  const holder = Number(read(file));
  if (holder && holder !== process.pid && isAlive(holder))
    throw new Problem(
      `Another run (process ${holder}) is installing or building in this folder. Wait until it is done, then run the command again. If there is no such run, delete ${lock}.`,
    );
  writeFileSync(file, String(process.pid));
  say(`${doing} …`);
  return () => rmSync(file, { force: true });
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
