import { durable, startPostgres } from '@/db/testing/postgres-server';
import { startApp } from '@/e2e/running-app';
import { theYear as year } from '@/server/testing/a-large-office';
import { pacedLoad } from '../clerks/paced-load';
import { atMost, type Bench, type Measured, percentile, round } from '../measured';
import { productWire } from '../save/wires';
import { inDataFolder } from '../seeded-store';
import { inWorkFolder } from '../work-folder';
import { seedMixed } from './seed-mixed';

const size = { units: Number(process.env.NIANBAO_BENCH_UNITS ?? 1_000), clerks: 20 };
const only = process.env.NIANBAO_BENCH_ENGINE;
/** Names of pages, with commas; all without it. */
const named = process.env.NIANBAO_BENCH_PAGES?.split(',');
const pace = { seconds: 4, warmUpSeconds: 1 };

/** What one other person opens, one page after another, as long as the clerks save. */
const pages: Readonly<Record<string, string>> = {
  'the review queue': '/review',
  期初数: `/office/openings?year=${year}`,
  'roll-over': `/office/years/roll-over?from=${year - 1}`,
  'the board of an open year': `/board?year=${year}`,
  'the whole report': `/reports/root/${year}/consolidated`,
  'the list of reports': `/reports?year=${year}`,
  'tasks, with the reports to sign': '/tasks',
  people: '/office/people',
  'the event log by kind': '/audit?kind=slip.',
};

/**
 * Twenty clerks at one save a second each, on the whole server over a thousand units, while one other person reads one heavy page again and
 * again; beside it the same clerks with nobody reading. The ratio is what that person costs everybody else.
 */
export const benchMixed: Bench = async ({ folder, say }) => {
  const measured = only === 'PostgreSQL' ? [] : await inWorkFolder(folder, (apart) => onEngine('SQLite', apart, {}, say));
  if (only === 'SQLite') return measured;
  const server = await startPostgres(process.env, durable);
  try {
    measured.push(...(await inWorkFolder(folder, (apart) => onEngine('PostgreSQL', apart, { DATABASE_URL: server.url }, say))));
  } finally {
    await server.stop();
  }
  return measured;
};

async function onEngine(
  engine: string,
  folder: string,
  configured: { DATABASE_URL?: string },
  say: (line: string) => void,
): Promise<Measured[]> {
  say(`${engine}: ${size.units} units`);
  const { clerks, office } = await inDataFolder(folder, (store, secret) => seedMixed(store, secret, size), configured);
  const app = await startApp([], folder, async () => ({ ...configured }));
  try {
    let turn = 0;
    const saves = async (read?: string): Promise<{ ms: number[]; reads: number[]; bytes: number }> => {
      const from = turn;
      turn += pace.seconds + pace.warmUpSeconds;
      const done = new AbortController();
      const wiresAt = (second: number) => clerks.map((clerk) => productWire(clerk, from + second));
      const load = pacedLoad(Number(new URL(app.address).port), { ...pace, wiresAt }).finally(() => done.abort());
      const reading = read ? readAgain(`${app.address}${read}`, office, done.signal) : { ms: [], bytes: 0 };
      const { acknowledgedMs, failures } = await load;
      const [failure] = failures;
      if (failure) throw new Error(`a save was answered ${failure}`);
      const { ms: reads, bytes } = await reading;
      return { ms: acknowledgedMs, reads, bytes };
    };
    // The first of everything in a process is compiled.
    for (const page of Object.values(pages)) await once(`${app.address}${page}`, office);
    await saves();
    const measured: Measured[] = [];
    const alone: number[] = [];
    for (const [name, path] of Object.entries(pages)) {
      if (named && !named.includes(name)) continue;
      // Beside each other, because the machine does not stay the same.
      const quiet = await saves();
      const { ms, reads, bytes } = await saves(path);
      alone.push(...quiet.ms);
      const [p95, p99] = [percentile(ms, 0.95), percentile(ms, 0.99)];
      say(`${engine}: ${name}: p95 ${round(p95, 1)} ms, p99 ${round(p99, 1)} ms; ${reads.length} times, ${round(bytes / 1000, 0)} kB`);
      measured.push(
        { what: `${engine}: ${name}: a save, p95`, value: round(p95, 1), unit: 'ms' },
        {
          what: `${engine}: ${name}: p95 against nobody reading`,
          value: round(p95 / percentile(quiet.ms, 0.95), 1),
          unit: 'times',
          goal: atMost(2),
        },
        {
          what: `${engine}: ${name}: p99 against nobody reading`,
          value: round(p99 / percentile(quiet.ms, 0.99), 1),
          unit: 'times',
          goal: atMost(2.5),
        },
        { what: `${engine}: ${name}: the page, p50`, value: round(percentile(reads, 0.5), 0), unit: 'ms' },
        { what: `${engine}: ${name}: its HTML`, value: round(bytes / 1000, 0), unit: 'kB', goal: atMost(150) },
      );
    }
    return [
      { what: `${engine}: a save, nobody reads, p95`, value: round(percentile(alone, 0.95), 1), unit: 'ms' },
      { what: `${engine}: a save, nobody reads, p99`, value: round(percentile(alone, 0.99), 1), unit: 'ms' },
      ...measured,
    ];
  } finally {
    await app.stop();
  }
}

async function readAgain(address: string, cookie: string, signal: AbortSignal): Promise<{ ms: number[]; bytes: number }> {
  const ms: number[] = [];
  let bytes = 0;
  do {
    const from = performance.now();
    bytes = await once(address, cookie);
    ms.push(performance.now() - from);
  } while (!signal.aborted);
  return { ms, bytes };
}

/** @returns how many bytes the page has */
async function once(address: string, cookie: string): Promise<number> {
  const answer = await fetch(address, { headers: { cookie } });
  const body = await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return body.byteLength;
}
