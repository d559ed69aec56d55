import { killGroup, Stopped, stop } from './children.mjs';
import { Problem } from './say.mjs';
import { dev, start } from './start.mjs';
import { test } from './test.mjs';

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
  stopWhenTold();
  try {
    return await commands[name](args);
  } catch (error) {
    if (error instanceof Problem) return refuse(error.message, error.exitCode);
    if (error instanceof Stopped) return error.exitCode;
    throw error;
  }
}

function stopWhenTold() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));
  process.on('exit', killGroup);
  // A reader of our output that has gone away must not keep us from stopping the server.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  // npm may be killed outright. (Its scripts say `exec`, so that it is our parent and not a shell between us that keeps signals to itself.)
  // Under a service manager or nohup, losing the parent is no reason to stop.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && stop('SIGTERM'), 200).unref();
}

function refuse(sentence, exitCode = 2) {
  console.error(sentence);
  return exitCode;
}
