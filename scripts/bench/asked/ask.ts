import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createDatabase } from '@/db/backup/postgres-copy';
import { durable, startPostgres } from '@/db/testing/postgres-server';
import { startChild } from '../child';
import { median, round } from '../measured';
import type { Counted } from '../open/counted';
import type { Clerk } from '../save/seed-clerks';

const seedPatienceMs = 300_000;

/** A procedure that somebody calls, and what is sent with it where it is a change. */
export interface Asked {
  port: number;
  path: string;
  cookie: string;
  body?: string;
}

export interface Spent {
  /** Until the answer is there, in ms. */
  wallMs: number;
  /** Of the server's process, all its threads, in ms. */
  processorMs: number;
  bytes: number;
}

export const pathOf = (procedure: string, input: object): string =>
  `/api/trpc/${procedure}?batch=1&input=${encodeURIComponent(JSON.stringify({ 0: { json: input } }))}`;

export async function ask({ port, path, cookie, body }: Asked): Promise<string> {
  const sent = body === undefined ? {} : { method: 'POST', body };
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { ...sent, headers: { cookie, 'content-type': 'application/json' } });
  const answer = await response.text();
  if (response.status !== 200 || answer.includes('"error"')) throw new Error(`${path} was answered ${response.status} ${answer}`);
  return answer;
}

/** Calls one after the other, the first ones not counted: medians of what each of them took. @param before is done before each and not counted */
export async function spentOn(next: () => Asked, times: number, before: () => Promise<void> = async () => {}): Promise<Spent> {
  const spent: Spent[] = [];
  const warmUps = Math.ceil(times / 3);
  for (let turn = 0; turn < warmUps + times; turn += 1) {
    await before();
    const asked = next();
    const from = await processorOf(asked.port);
    const start = performance.now();
    const { length: bytes } = Buffer.from(await ask(asked));
    const wallMs = performance.now() - start;
    if (turn >= warmUps) spent.push({ wallMs, processorMs: (await processorOf(asked.port)) - from, bytes });
  }
  const of = (pick: (one: Spent) => number) => round(median(spent.map(pick)));
  return { wallMs: of((one) => one.wallMs), processorMs: of((one) => one.processorMs), bytes: of((one) => one.bytes) };
}

export async function processorOf(port: number): Promise<number> {
  const told = (await (await fetch(`http://127.0.0.1:${port}/counted`)).json()) as Counted;
  return told.processorMs;
}

/** Who is at work in a seeded office. */
export interface Office {
  port: number;
  office: string;
  clerks: Clerk[];
}

/** The product on an office of so many units, in a process of its own, for as long as the work takes. */
export async function inOffice<T>(
  { folder, kind, units, url }: { folder: string; kind: 'atWork' | 'approved'; units: number; url?: string | undefined },
  work: (office: Office) => Promise<T>,
): Promise<T> {
  const data = join(folder, `${kind}-${units}${url ? '-postgres' : ''}`);
  mkdirSync(data);
  if (url) await createDatabase(url);
  const { ready, stop } = await startChild<Office>(new URL('./product-server.ts', import.meta.url), {
    env: { BENCH_DATA: data, BENCH_OFFICE: kind, BENCH_UNITS: String(units), ...(url ? { BENCH_DATABASE: url } : {}) },
    patienceMs: seedPatienceMs,
  });
  try {
    return await work(ready);
  } finally {
    await stop();
  }
}

/** Both engines one after the other, PostgreSQL on a server of its own that waits for the disk. @param work gets the address of a database to make, null for SQLite */
export async function onBothEngines<T>(
  work: (engine: string, databaseAt: (name: string) => string | undefined) => Promise<T[]>,
): Promise<T[]> {
  const only = process.env.NIANBAO_BENCH_ENGINE;
  const found = only === 'PostgreSQL' ? [] : await work('SQLite', () => undefined);
  if (only === 'SQLite') return found;
  const server = await startPostgres(process.env, durable);
  try {
    const at = (name: string) => {
      const address = new URL(server.url);
      address.pathname = `/${name}`;
      return address.href;
    };
    return [...found, ...(await work('PostgreSQL', at))];
  } finally {
    await server.stop();
  }
}

/** The bare tRPC procedure that answers 150 numbers, for as long as the work takes. */
export async function besideBare<T>(work: (bare: Asked) => Promise<T>): Promise<T> {
  const { ready, stop } = await startChild<{ port: number }>(new URL('../open/bare-server.ts', import.meta.url), { env: {} });
  try {
    return await work({ port: ready.port, path: pathOf('form', { filingId: 'filing-1' }), cookie: 'none=1' });
  } finally {
    await stop();
  }
}
