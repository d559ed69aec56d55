import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const readyPatienceMs = 60_000;
const stopPatienceMs = 15_000;

export interface Child<Ready> {
  /** What the program said when it was ready. */
  ready: Ready;
  /** Asks it to end and waits until it has. */
  stop: () => Promise<void>;
}

/**
 * Starts a program of this folder in a process of its own. It reports once over its channel when it is ready, and ends when the
 * channel closes, so nothing stays behind a bench that is stopped.
 *
 * @param under a program it runs under, e.g. `['strace', '-f']`
 * @param patienceMs how long it may take until it is ready
 */
export async function startChild<Ready>(
  file: URL,
  options: { env: Record<string, string>; under?: readonly string[]; patienceMs?: number },
): Promise<Child<Ready>> {
  const env = { ...process.env, NODE_ENV: 'production' as const, ...options.env };
  const path = fileURLToPath(file);
  const [program, ...before] = options.under ?? [];
  const child = program
    ? spawn(program, [...before, process.execPath, '--import', 'tsx', path], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    : fork(path, { env, execArgv: ['--import', 'tsx', ...profiling()], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ready = await firstMessage<Ready>(child, path, options.patienceMs ?? readyPatienceMs);
  return {
    ready,
    async stop() {
      const ended = child.exitCode === null ? once(child, 'exit', { signal: AbortSignal.timeout(stopPatienceMs) }) : null;
      if (child.connected) child.disconnect();
      await ended?.catch(() => child.kill('SIGKILL'));
    },
  };
}

async function firstMessage<Ready>(child: ChildProcess, path: string, patienceMs: number): Promise<Ready> {
  const given = new AbortController();
  const signal = AbortSignal.any([given.signal, AbortSignal.timeout(patienceMs)]);
  try {
    const ended = once(child, 'exit', { signal }).then(([code]) =>
      Promise.reject(new Error(`${path} ended with ${code} before it was ready`)),
    );
    const [message] = await Promise.race([once(child, 'message', { signal }), ended]);
    return message as Ready;
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  } finally {
    given.abort();
  }
}

/** `NIANBAO_BENCH_PROFILE=folder` leaves a CPU profile of each server there. */
function profiling(): string[] {
  const folder = process.env.NIANBAO_BENCH_PROFILE;
  return folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : [];
}
