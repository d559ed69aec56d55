import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { children, Stopped } from './children.mjs';
import { logFolder, root } from './paths.mjs';
import { Problem } from './problem.mjs';

/**
 * Runs a program with its whole output in a log file, which is kept.
 *
 * @returns {Promise<{ exitCode: number, log: string }>}
 */
export async function runLogged(name, [command, ...args], { env, onStart } = {}) {
  mkdirSync(logFolder, { recursive: true });
  const log = join(logFolder, `${name}.log`);
  const output = openSync(log, 'w');
  try {
    const exitCode = await children.run(command, args, { cwd: root, env, onStart, stdio: ['ignore', output, output] });
    const stoppedBy = children.stoppedBy();
    if (stoppedBy) throw new Stopped(stoppedBy);
    return { exitCode, log };
  } finally {
    closeSync(output);
  }
}

/** As runLogged; a failure is a Problem that shows the last lines and names the log file. */
export async function requireLogged(name, command, options) {
  const { exitCode, log } = await runLogged(name, command, options);
  if (exitCode === 0) return;
  const lastLines = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
  throw new Problem(`${lastLines}\n\nThe step "${name}" failed (exit ${exitCode}). Its whole output: ${relative(root, log)}`, 1);
}
