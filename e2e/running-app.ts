import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from '@/scripts/run/bundle.mjs';
import { compressParts } from '@/scripts/run/compress-parts.mjs';
import { withoutOffice } from '@/scripts/run/test-environment.mjs';
import { freePort } from '@/server/free-port';
import { bundled, root } from '@/server/programs.mjs';
import { districtProgram } from './district-program';

/** T50: whatever a journey does, an app that reaches out of this machine ends, its threads too, and the journey with it. */
const withoutNetwork = { NODE_OPTIONS: `--import ${pathToFileURL(join(root, 'scripts/trust/no-network.mjs'))}` };
export const startPatienceMs = 300_000;

export interface RunningApp {
  address: string;
  /** What the server printed when it started. */
  greeting: string;
  /** Its log is the file `log` in it. */
  dataFolder: string;
}

/**
 * The built app in a process of its own, with a data folder of its own.
 *
 * @param given a data folder that stands already and stays afterwards
 * @param configuredAt what is configured beside it, once its address is known
 */
export async function startApp(
  args: readonly string[],
  given?: string,
  configuredAt: (address: string) => Promise<Record<string, string>> = async () => ({}),
): Promise<RunningApp & { pid: number; stop: () => Promise<void> }> {
  await bundle();
  await compressParts();
  const dataFolder = given ?? newFolder();
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const configured = await configuredAt(address);
  const child = spawn(process.execPath, [bundled('server'), ...args], {
    cwd: root,
    env: {
      ...{ ...withoutOffice(process.env), NODE_ENV: 'production', PORT: String(port), HOST: '127.0.0.1' },
      ...{ NIANBAO_DATA: dataFolder, NIANBAO_LOG: join(dataFolder, 'log'), ...withoutNetwork, ...configured },
    },
  });
  const printed = outputOf(child);
  const greeting = await untilReady(child, printed);
  return {
    address,
    greeting,
    dataFolder,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM');
      await new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve(null)));
      // T10, by whatever was open when the journey ended: pages still connected, requests on their way.
      if (child.exitCode !== 0) throw new Error(`the app stopped with ${child.exitCode ?? child.signalCode}:\n${printed()}`);
      if (existsSync(join(dataFolder, 'nianbao.db-wal'))) throw new Error('the app stopped and left its log beside the database');
      rmSync(`${dataFolder}.office.json`, { force: true });
      if (!given) rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** A process that serves one data folder after another (`district-server.ts`). */
export interface DistrictServer {
  address: string;
  /** Serves this folder from now on. */
  open: (dataFolder: string) => Promise<void>;
  close: () => Promise<void>;
  stop: () => Promise<void>;
}

export async function startDistrictServer(): Promise<DistrictServer> {
  const child = fork(districtProgram, [], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', ...withoutNetwork },
  });
  const ended = once(child, 'exit');
  const broken = ended.then(([code]) => Promise.reject(new Error(`the app ended with ${code}`)));
  broken.catch(() => {});
  const answer = async () => {
    const [said] = await Promise.race([once(child, 'message'), broken]);
    return said as { port?: number; fault?: string | null };
  };
  const turnTo = async (folder: string | null) => {
    child.send({ folder });
    const { fault } = await answer();
    if (fault) throw new Error(fault);
  };
  const { port } = await answer();
  return {
    address: `http://127.0.0.1:${port}`,
    open: (dataFolder) => turnTo(dataFolder),
    close: () => turnTo(null),
    async stop() {
      child.disconnect();
      await ended;
    },
  };
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'nianbao-e2e-'));
}

/** All that it has printed so far, whenever that is asked. */
function outputOf(child: ChildProcess): () => string {
  let printed = '';
  const hear = (chunk: Buffer) => {
    printed += chunk.toString();
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  return () => printed;
}

function untilReady(child: ChildProcess, printed: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGTERM');
      reject(new Error(`the app did not start in time:\n${printed()}`));
    }, startPatienceMs);
    const read = () => {
      if (!/^ready$/m.test(printed())) return;
      clearTimeout(timer);
      resolve(printed());
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`the app ended with ${code}:\n${printed()}`)));
  });
}
