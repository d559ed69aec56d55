import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Problem } from './problem.mjs';
import { startOfProcess } from './process-start.mjs';
import { say } from './say.mjs';

/**
 * One install or build at a time in one checkout. The lock file names the processes that work, with the moment each was
 * started, because a pid alone soon belongs to someone else (in a container after every restart). It counts as stale when
 * none of them lives; the program at work is named beside the runner, since it may outlive a killed runner.
 *
 * @typedef {{ doing: string, processes: { pid: number, start: string }[] }} Lock
 * @param {string} file
 * @param {string} doing "installing", "building": for the sentence the second one gets
 * @param {number} [patienceMs] how long to wait for a holder, who may be a run that was stopped a moment ago
 * @returns {Promise<{ add(pid: number): void, release(): void }>}
 */
export async function takeLock(file, doing, patienceMs = 10_000) {
  mkdirSync(dirname(file), { recursive: true });
  /** @type {Lock} */
  const lock = { doing, processes: [named(process.pid)] };
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, JSON.stringify(lock));
  try {
    let hasSaid = false;
    const deadline = Date.now() + patienceMs;
    while (!isLinked(mine, file)) {
      const holder = removeIfStale(file);
      if (!holder) continue;
      if (Date.now() >= deadline) throw new Problem(heldSentence(holder));
      if (!hasSaid) say(`waiting for another run (process ${holder.pid}), which is ${holder.doing} …`);
      hasSaid = true;
      await pause(100);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  return {
    add(pid) {
      lock.processes.push(named(pid));
      writeFileSync(mine, JSON.stringify(lock));
      renameSync(mine, file);
    },
    release() {
      process.removeListener('exit', release);
      release();
    },
  };
}

/** A process that still works under this lock, or null. A lock nobody can read is stale. */
export function liveHolder(text, startOf) {
  try {
    const { doing, processes } = JSON.parse(text);
    const alive = processes.find(({ pid, start }) => startOf(pid) === start);
    return alive ? { pid: alive.pid, doing } : null;
  } catch {
    return null;
  }
}

const named = (pid) => ({ pid, start: startOfProcess(pid) });

/** A hard link appears whole or not at all, so nobody reads a half-written lock. */
function isLinked(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Moved aside before it is removed, and looked at again: another runner may have replaced it in between.
 *
 * @returns {{ pid: number, doing: string } | null} who holds the lock, null when there is no holder any more
 */
function removeIfStale(file) {
  const text = readIfThere(file);
  if (text === null) return null;
  const holder = liveHolder(text, startOfProcess);
  if (holder) return holder;
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
    if (readFileSync(aside, 'utf8') !== text) isLinked(aside, file);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  rmSync(aside, { force: true });
  return null;
}

const heldSentence = ({ pid, doing }) =>
  `Another run (process ${pid}) is ${doing} in this folder. Wait until it is done, then run the command again.`;

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}
