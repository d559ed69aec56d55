import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Problem } from './say.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A little more than the server's own patience with what is in flight. */
const graceMs = 8000;

/** We were told to stop while something was under way. */
export class Stopped extends Error {
  constructor(signal) {
    super(`stopped by ${signal}`);
    this.exitCode = exitCodeOf(null, signal);
  }
}

/** The one program at work, and the signal that asked us to stop. */
let child = null;
let stoppedBy = null;

/**
 * Runs a program to its end, in a process group of its own: a stop has to reach what it started in turn (npm → node-gyp → make).
 *
 * @param {string[]} command the program and its arguments
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit code; 128 + n when signal n ended it, 127 when it could not be started
 */
export async function run([program, ...args], options) {
  throwIfStopped();
  return new Promise((resolve) => {
    const started = spawn(program, args, { cwd: root, stdio: 'inherit', ...options, detached: true });
    child = started;
    started.once('error', (error) => {
      console.error(error.message);
      resolve(127);
    });
    started.once('exit', (code, signal) => {
      if (stoppedBy) killGroup();
      child = null;
      resolve(exitCodeOf(code, signal));
    });
  });
}

/** A program without which nothing goes on. What it had to say stands above the sentence. */
export async function runStep(name, command, options) {
  const exitCode = await run(command, options);
  throwIfStopped();
  if (exitCode !== 0) throw new Problem(`The step "${name}" failed (exit ${exitCode}); why is said above.`, 1);
}

export function throwIfStopped() {
  if (stoppedBy) throw new Stopped(stoppedBy);
}

/** Asks the program to end, once: npm repeats the terminal's Ctrl-C, and a repetition is no reason to be rough. */
export function stop(signal) {
  if (stoppedBy) return;
  stoppedBy = signal;
  child?.kill(signal);
  setTimeout(killGroup, graceMs).unref();
}

export function killGroup() {
  try {
    if (child?.pid) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // ESRCH: the group has already ended.
  }
}

function exitCodeOf(code, signal) {
  return code ?? 128 + constants.signals[signal];
}
