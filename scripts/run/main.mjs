import { children, Stopped } from './children.mjs';
import { dev } from './dev.mjs';
import { Problem } from './problem.mjs';
import { start } from './start.mjs';
import { test } from './test.mjs';
import { watchParent } from './watch-parent.mjs';

const usage = 'Usage: node scripts/run.mjs start [--empty] | dev [--empty] | test';
const commands = { start, dev, test };
const flags = { start: ['--empty'], dev: ['--empty'], test: [] };

/**
 * Runs one command and answers with the exit code: 2 when the person has to mend something first, 1 when a step failed.
 *
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export async function main([name, ...args]) {
  if (!Object.hasOwn(commands, name ?? '')) return refuse(usage);
  const unknown = args.find((arg) => !flags[name].includes(arg));
  if (unknown) return refuse(`${unknown} is not an option of ${name}. ${usage}`);

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => children.stop(signal));
  process.on('exit', () => children.killAll());
  // A reader of our output that has gone away must not keep us from stopping the server.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  watchParent(() => children.stop('SIGTERM'));

  try {
    return await commands[name](args);
  } catch (error) {
    if (error instanceof Problem) return refuse(error.message, error.exitCode);
    if (error instanceof Stopped) return error.exitCode;
    throw error;
  }
}

function refuse(sentence, exitCode = 2) {
  console.error(sentence);
  return exitCode;
}
