import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './children.mjs';
import { Problem, say } from './say.mjs';

const lock = '.nianbao/run.lock';

/**
 * Does a piece of work unless its stamp says that it stands already. The stamp goes first and comes back last, so that work
 * stopped half-way is done again; only one runner is at it at a time.
 *
 * @param {{ stamp: string, doing: string, wanted: () => string, made?: () => string, work: () => Promise<void> }} options
 *   stamp: a file that is deleted together with the result; wanted: the fingerprint of what the work is made from; made: what stands of the
 *   result, of which a loss of power may have left less than the stamp says
 */
export async function once({ stamp, doing, wanted, made = () => '', work }) {
  const file = join(root, stamp);
  const value = wanted();
  if (read(file) === value + made()) return;
  try {
    const release = takeLock(doing);
    try {
      const startedAt = Date.now();
      rmSync(file, { force: true });
      await work();
      writeFileSync(file, value + made());
      say(`done (${Math.round((Date.now() - startedAt) / 1000)} s)`);
    } finally {
      release();
    }
  } catch (error) {
    throw asProblem(error);
  }
}

/** What of the machine keeps us from writing, as a sentence; everything else is what it is. */
export function asProblem(error) {
  if (!['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT'].includes(error.code)) return error;
  return new Problem(
    `${error.path ?? root} cannot be written (${error.code}). What is built goes there: run the command as the owner of ${root}, or give that folder to whoever runs it (chown), and see that its disk has room and is not mounted read-only.`,
  );
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
