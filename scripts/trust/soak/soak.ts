import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { startApp } from '@/e2e/running-app';
import { sealedCookie } from '@/server/testing/sealed-cookie';
import { post } from '../../bench/clerks/paced-load';
import { median, percentile } from '../../bench/measured';
import type { SaveWire } from '../../bench/save/load';
import { type Clerk, seedClerks } from '../../bench/save/seed-clerks';
import { readWritten, unaccounted } from '../../bench/save/verify-saves';
import { maxTurns, productWire } from '../../bench/save/wires';
import { inDataFolder } from '../../bench/seeded-store';

const clerkCount = 20;
const sampleEveryMs = 2_000;
/** A reader that holds on to an old state for so long keeps the log from being folded in. */
const reader = { everyMs: 20_000, holdsMs: 4_000 };
const mb = 1024 * 1024;

export interface Soaked {
  /** Saves acknowledged in this run, and those that stand in the folder from all of them. */
  saves: number;
  inAll: number;
  minutes: number;
  /** Of the first and the last third of the run: the least heap, and the resident memory in the middle, in MB. */
  heapMb: [number, number];
  residentMb: [number, number];
  openFiles: [number, number];
  /** p95 of a save in ms. */
  p95Ms: [number, number];
  /** Largest log beside the database that was seen, in MB. */
  walMb: number;
  /** Saves that are not there as figure, event and change, and acknowledged ones that are in none; 1 more when the chain does not hold. */
  lost: number;
  failures: string[];
}

interface Sample {
  heap: number;
  resident: number;
  files: number;
  wal: number;
}

/**
 * The server as it is deployed, without pages, under clerks who save one cell after the other, each as soon as the save before is answered; now
 * and then somebody reads for seconds. A folder that was soaked before is gone on with.
 *
 * @param folder stays; the saves of all runs are in it
 * @param until the run ends with so many saves in the folder, or after so many minutes
 */
export async function soak(folder: string, until: { saves: number; minutes: number }): Promise<Soaked> {
  const clerks = await inDataFolder(folder, async (store, secret) => {
    if (savedIn(folder).size === 0) return seedClerks(store, secret, clerkCount);
    return Promise.all(Array.from({ length: clerkCount }, (_, index) => clerkAgain(index + 1, secret)));
  });
  const before = savedIn(folder);
  const inAllBefore = [...before.values()].reduce((sum, saved) => sum + saved, 0);
  const app = await startApp(['--without-pages'], folder, async () => ({ NIANBAO_METRICS_TOKEN: metricsToken, NIANBAO_LOG_LEVEL: 'warn' }));
  const told: { acknowledged: { at: number; ms: number }[]; failures: string[]; samples: Sample[] } = {
    acknowledged: [],
    failures: [],
    samples: [],
  };
  const startedAt = performance.now();
  const end = startedAt + until.minutes * 60_000;
  const isOver = () => told.failures.length > 0 || inAllBefore + told.acknowledged.length >= until.saves || performance.now() >= end;
  const measuring = everyNow(sampleEveryMs, isOver, async () => {
    told.samples.push(await sampleOf(app, folder));
  });
  const reading = everyNow(reader.everyMs, isOver, () => readForLong(folder, isOver));
  try {
    const agent = new Agent({ keepAlive: true });
    const port = Number(new URL(app.address).port);
    await Promise.all(
      clerks.map(async (clerk) => {
        for (let number = before.get(clerk.filingId) ?? 0; !isOver(); number += 1) {
          const from = performance.now();
          const answer = await post(port, agent, wireOf(clerk, number)).catch((error: Error) => error.message);
          if (!answer.includes('"outcome":"saved"')) told.failures.push(answer);
          else told.acknowledged.push({ at: performance.now(), ms: performance.now() - from });
        }
      }),
    );
    agent.destroy();
    await Promise.all([measuring, reading]);
  } finally {
    await app.stop();
  }
  if (told.acknowledged.length === 0) throw new Error(`no save was acknowledged: ${told.failures[0] ?? 'nobody was answered in time'}`);
  const minutes = (performance.now() - startedAt) / 60_000;
  const written = await readWritten(folder);
  const saves = told.acknowledged.length;
  const thirds = <T>(all: readonly T[]) => [all.slice(0, Math.ceil(all.length / 3)), all.slice(-Math.ceil(all.length / 3))] as const;
  const both = <T>(all: readonly T[], of: (third: readonly T[]) => number): [number, number] => {
    const [first, last] = thirds(all);
    return [of(first), of(last)];
  };
  return {
    saves,
    inAll: inAllBefore + saves,
    minutes,
    heapMb: both(told.samples, (third) => Math.min(...third.map(({ heap }) => heap)) / mb),
    residentMb: both(told.samples, (third) => median(third.map(({ resident }) => resident)) / mb),
    openFiles: both(told.samples, (third) => Math.max(...third.map(({ files }) => files))),
    p95Ms: both(told.acknowledged, (third) =>
      percentile(
        third.map(({ ms }) => ms),
        0.95,
      ),
    ),
    walMb: Math.max(...told.samples.map(({ wal }) => wal)) / mb,
    lost: unaccounted(written, inAllBefore + saves, clerkCount),
    failures: told.failures,
  };
}

const metricsToken = randomUUID();

/** Each save another cell; once all have been, the next version of each. */
function wireOf(clerk: Clerk, number: number): SaveWire {
  const wire = productWire(clerk, number % maxTurns);
  return { ...wire, body: (_, changeId) => wire.body(Math.floor(number / maxTurns), changeId) };
}

async function clerkAgain(number: number, secret: string): Promise<Clerk> {
  return { cookie: await sealedCookie(`session-${number}`, secret), filingId: `filing-${number}` };
}

/** How many saves stand in each filing: every save raises one version by one. */
function savedIn(folder: string): Map<string, number> {
  const database = new Database(join(folder, 'nianbao.db'), { readonly: true });
  try {
    const rows = database.prepare('select filing_id as filing, sum(version) as saved from figures group by filing_id').all();
    return new Map((rows as { filing: string; saved: number }[]).map(({ filing, saved }) => [filing, saved]));
  } finally {
    database.close();
  }
}

async function sampleOf(app: { address: string; pid: number }, folder: string): Promise<Sample> {
  const metrics = await (await fetch(`${app.address}/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } })).text();
  const heap = Number(/^nodejs_heap_size_used_bytes (\S+)$/m.exec(metrics)?.[1]);
  const status = readFileSync(`/proc/${app.pid}/status`, 'utf8');
  const wal = statSync(join(folder, 'nianbao.db-wal'), { throwIfNoEntry: false })?.size ?? 0;
  return {
    heap,
    resident: Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) * 1024,
    files: readdirSync(`/proc/${app.pid}/fd`).length,
    wal,
  };
}

async function readForLong(folder: string, isOver: () => boolean): Promise<void> {
  const database = new Database(join(folder, 'nianbao.db'), { readonly: true });
  database.exec('begin');
  database.prepare('select count(*) from events').get();
  const until = performance.now() + reader.holdsMs;
  while (performance.now() < until && !isOver()) await pause(100);
  database.exec('commit');
  database.close();
}

async function everyNow(everyMs: number, isOver: () => boolean, work: () => Promise<void>): Promise<void> {
  while (!isOver()) {
    await work();
    for (let waited = 0; waited < everyMs && !isOver(); waited += 100) await pause(100);
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
