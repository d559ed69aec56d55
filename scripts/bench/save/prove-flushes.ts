import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { atLeast, exactly, type Measured } from '../measured';
import { type Running, startBare, startProduct } from './contestants';
import type { SaveWire } from './load';

const saves = 100;

/**
 * T2: counts the flushes to disk while one connection saves 100 times, each save awaiting the answer to the one before: at least
 * one flush each. The control is the bare server with synchronous = OFF, which must show none, or the count proves nothing.
 *
 * @returns nothing where strace is not installed
 */
export async function proveFlushes(folder: string): Promise<Measured[]> {
  if (!hasStrace()) return [];
  const product = await counted(join(folder, 'product.strace'), (under) => startProduct({ folder, connections: 1, under }));
  const control = await counted(join(folder, 'control.strace'), (under) =>
    startBare('./bare-server.ts', { folder, connections: 1, under }, { BENCH_SYNCHRONOUS: 'OFF' }),
  );
  return [
    { what: `flushes to disk during ${saves} saves, one after another`, value: product, unit: 'count', goal: atLeast(saves) },
    { what: 'the same with synchronous = OFF (control)', value: control, unit: 'count', goal: exactly(0) },
  ];
}

async function counted(trace: string, start: (under: readonly string[]) => Promise<Running>): Promise<number> {
  const running = await start(['strace', '-f', '-qq', '-e', 'trace=fsync,fdatasync', '-o', trace]);
  try {
    const [wire] = running.wires(0);
    if (!wire) throw new Error('there is nobody to save');
    const before = flushesIn(trace);
    for (let version = 0; version < saves; version += 1) await saveOnce(running.port, wire, version);
    return flushesIn(trace) - before;
  } finally {
    await running.stop();
  }
}

async function saveOnce(port: number, wire: SaveWire, version: number): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${port}${wire.path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...wire.headers },
    body: JSON.stringify({ 0: { json: wire.body(version, crypto.randomUUID()) } }),
  });
  const answer = await response.text();
  if (!answer.includes('"outcome":"saved"')) throw new Error(`save ${version + 1} was answered ${response.status} ${answer}`);
}

/** A call that another thread interrupts is printed on two lines; only its end carries the result. */
function flushesIn(trace: string): number {
  return readFileSync(trace, 'utf8')
    .split('\n')
    .filter((line) => /sync.*= 0$/.test(line)).length;
}

function hasStrace(): boolean {
  try {
    execFileSync('strace', ['-V'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
