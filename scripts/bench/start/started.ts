import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { freePort } from '@/server/free-port';

export interface Started {
  child: ChildProcess;
  /** The process that answers: the child itself, or what the runner started. */
  server: number;
  readyMs: number;
  /** Of the whole family, up to `ready`. */
  processorMs: number;
}

const tickMs = 10;

/** Starts a program that serves, and waits until it says `ready`. */
export async function start(cwd: string, args: readonly string[], data: string, patienceMs = 120_000): Promise<Started> {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), HOST: '127.0.0.1', NIANBAO_DATA: data, NIANBAO_LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  await ready(child, patienceMs);
  const readyMs = performance.now() - begun;
  const family = [child.pid ?? 0, ...childrenOf(child.pid ?? 0).filter(isNode)];
  return { child, server: family.at(-1) ?? 0, readyMs, processorMs: family.reduce((sum, pid) => sum + processorMs(pid), 0) };
}

export async function endOf({ child }: Started): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** In bytes, as Linux counts it. */
export function memoryOf(pid: number): { rss: number; pss: number; anonymous: number } {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const bytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(rollup)?.[1]) * 1024;
  return { rss: bytes('Rss'), pss: bytes('Pss'), anonymous: bytes('Anonymous') };
}

function ready(child: ChildProcess, patienceMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => {
      child.kill('SIGTERM');
      reject(new Error(`not ready in time:\n${said}`));
    }, patienceMs);
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk;
      if (!/^ready$/m.test(said)) return;
      clearTimeout(late);
      resolve();
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code}:\n${said}`)));
  });
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && statOf(Number(name))?.[1] === String(parent))
    .map(Number);
}

/** tsx has a program of its own beside the server's. */
function isNode(pid: number): boolean {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith(process.execPath);
}

function processorMs(pid: number): number {
  const stat = statOf(pid);
  return stat ? (Number(stat[11]) + Number(stat[12])) * tickMs : 0;
}

/** The fields of `/proc/<pid>/stat` behind the program's name. */
function statOf(pid: number): string[] | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? null;
  } catch {
    return null;
  }
}
