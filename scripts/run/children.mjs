import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** We were told to stop while something was under way; the way out carries the exit code a shell expects. */
export class Stopped extends Error {
  constructor(signal) {
    super(`stopped by ${signal}`);
    this.exitCode = exitCodeOf(null, signal);
  }
}

/**
 * Keeps the programs we start. Each gets a process group of its own, because a stop has to reach what it started in turn
 * (npm → node-gyp → make) and because Ctrl-C would otherwise reach it twice: from the terminal and from us.
 *
 * @param {{ graceMs?: number }} [options] how long a program may take to end before its whole group is killed
 */
export function keepChildren({ graceMs = 8000 } = {}) {
  const running = new Set();
  let stoppedBy = null;

  /**
   * Runs a program to its end. Throws Stopped instead of starting anything once a stop was asked for.
   *
   * @param {string} command
   * @param {string[]} args
   * @param {import('node:child_process').SpawnOptions & { onStart?: (pid: number) => void }} [options]
   * @returns {Promise<number>} its exit code; 128 + n when signal n ended it, 127 when it could not be started
   */
  function run(command, args, { onStart, ...options } = {}) {
    if (stoppedBy) return Promise.reject(new Stopped(stoppedBy));
    return new Promise((resolve) => {
      const child = spawn(command, args, { stdio: 'inherit', ...options, detached: true });
      if (child.pid === undefined) {
        child.once('error', () => resolve(127));
        return;
      }
      running.add(child);
      onStart?.(child.pid);
      child.once('exit', (code, signal) => {
        running.delete(child);
        if (stoppedBy) killGroup(child);
        resolve(exitCodeOf(code, signal));
      });
    });
  }

  /** Asks each program to end, once: npm repeats the terminal's Ctrl-C, and a repetition is no reason to be rough. */
  function stop(signal) {
    if (stoppedBy) return;
    stoppedBy = signal;
    for (const child of running) child.kill(signal);
    setTimeout(killAll, graceMs).unref();
  }

  function killAll() {
    for (const child of running) killGroup(child);
  }

  return { run, stop, killAll, stoppedBy: () => stoppedBy };
}

export const children = keepChildren();

function killGroup(child) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // ESRCH: the group has already ended.
  }
}

function exitCodeOf(code, signal) {
  return code ?? 128 + constants.signals[signal];
}
