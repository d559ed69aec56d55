import { join } from 'node:path';
import { openStore, type StoreConfig } from '@/db/store/open-store';
import { durable, startPostgres } from '@/db/testing/postgres-server';
import { startApp } from '@/e2e/running-app';
import { sessionSecret } from '@/server/auth/secret';
import { listBackups } from '@/server/backup/backup-names';
import { checkBackup } from '@/server/backup/check-backup';
import { backupProcess } from '@/server/backup/keep-backing-up';
import { readEnv } from '@/server/env';
import { atMost, type Bench, exactly, type Measured, median, percentile, round } from '../measured';
import { seedYear } from '../roll-up/seed-year';
import type { SaveWire } from '../save/load';
import { addClerks, type Clerk } from '../save/seed-clerks';
import { maxTurns, productWire } from '../save/wires';
import { inWorkFolder } from '../work-folder';
import { pacedLoad } from './paced-load';

const size = { units: Number(process.env.NIANBAO_BENCH_UNITS ?? 1000), cells: 150 };
/** On PostgreSQL one save after the other takes the lock of the log and waits for the disk: more than this machine takes would only measure the queue. */
const clerksOn = {
  SQLite: Number(process.env.NIANBAO_BENCH_CLERKS ?? 200),
  PostgreSQL: Number(process.env.NIANBAO_BENCH_CLERKS ?? 40),
} as const;
type Engine = keyof typeof clerksOn;
const only = process.env.NIANBAO_BENCH_ENGINE;
const turns = Number(process.env.NIANBAO_BENCH_TURNS ?? 5);
const turnSeconds = 8;

interface Turns {
  quiet: number[][];
  beside: number[][];
  failures: string[];
  seconds: number[];
  faults: string[];
}

/**
 * T5: clerks with a save a second each, on the server without its pages over a year of 1,000 units, in turns: while the scheduled backup is made again and
 * again, and while it is not. Each turn gives a ratio, because what else the machine does changes between them; the median is told. On SQLite,
 * then on PostgreSQL. Every backup is checked afterwards.
 */
export const benchBackup: Bench = async ({ folder, say }) => {
  const measured = only === 'PostgreSQL' ? [] : await inWorkFolder(folder, (apart) => onEngine('SQLite', apart, null, say));
  if (only === 'SQLite') return measured;
  const postgres = await startPostgres(process.env, durable);
  try {
    measured.push(...(await inWorkFolder(folder, (apart) => onEngine('PostgreSQL', apart, postgres.url, say))));
  } finally {
    await postgres.stop();
  }
  return measured;
};

async function onEngine(engine: Engine, folder: string, databaseUrl: string | null, say: (line: string) => void): Promise<Measured[]> {
  const place = { dataFolder: folder, databaseUrl };
  say(`${engine}: a year of ${size.units} units`);
  const clerks = await seeded(place, clerksOn[engine]);
  // The product's own schedule rests: the bench says when.
  const env = { NIANBAO_BACKUP_MINUTES: '0', ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) };
  const app = await startApp(['--without-pages'], folder, async () => env);
  const told: Turns = { quiet: [], beside: [], failures: [], seconds: [], faults: [] };
  try {
    const port = Number(new URL(app.address).port);
    let second = 0;
    const load = async () => {
      const from = second;
      second += turnSeconds + 1;
      const paced = await pacedLoad(port, {
        seconds: turnSeconds,
        warmUpSeconds: 1,
        wiresAt: (at) => clerks.map((clerk) => wireAt(clerk, from + at)),
      });
      told.failures.push(...paced.failures);
      return paced.acknowledgedMs;
    };
    await load();
    for (let turn = 0; turn < turns; turn += 1) {
      told.quiet.push(await load());
      const over = new AbortController();
      const loading = load().finally(() => over.abort());
      while (!over.signal.aborted) told.seconds.push(await backUp(place));
      told.beside.push(await loading);
      say(
        `${engine} turn ${turn + 1}: p95 ${round(p95(told.quiet.at(-1)), 1)} ms, beside backups ${round(p95(told.beside.at(-1)), 1)} ms; a backup takes ${round(told.seconds.at(-1) ?? 0, 1)} s`,
      );
    }
  } finally {
    await app.stop();
  }
  for (const { name } of listBackups(join(folder, 'backups')))
    told.faults.push(...(await checkBackup(join(folder, 'backups', name))).faults);
  const [firstFailure] = told.failures;
  if (firstFailure) say(`first failure: ${firstFailure}`);
  return tell(engine, told);
}

function tell(engine: string, told: Turns): Measured[] {
  const ratios = told.quiet.map((quiet, turn) => p95(told.beside[turn]) / p95(quiet));
  const ms = (of: number[][], share: number) => round(median(of.map((turn) => percentile(turn, share))), 1);
  return [
    { what: `${engine}: a save, p50, no backup`, value: ms(told.quiet, 0.5), unit: 'ms' },
    { what: `${engine}: a save, p50, beside backups`, value: ms(told.beside, 0.5), unit: 'ms' },
    { what: `${engine}: a save, p95, no backup`, value: ms(told.quiet, 0.95), unit: 'ms' },
    { what: `${engine}: a save, p95, beside backups`, value: ms(told.beside, 0.95), unit: 'ms' },
    {
      what: `${engine}: p95 beside backups against p95 without, median of the turns`,
      value: round(median(ratios)),
      unit: 'of its time',
      goal: atMost(1.2),
    },
    { what: `${engine}: a backup`, value: round(median(told.seconds), 1), unit: 's' },
    { what: `${engine}: backups made meanwhile`, value: told.seconds.length, unit: 'count' },
    { what: `${engine}: faults in those that are kept`, value: told.faults.length, unit: 'count', goal: exactly(0) },
    { what: `${engine}: answers that are not "saved"`, value: told.failures.length, unit: 'count', goal: exactly(0) },
  ];
}

const p95 = (times: readonly number[] = []) => percentile(times, 0.95);

/** Each second another cell; once all have been, the next version of each. */
function wireAt(clerk: Clerk, second: number): SaveWire {
  const wire = productWire(clerk, second % maxTurns);
  const version = Math.floor(second / maxTurns);
  return { ...wire, body: (_, changeId) => wire.body(version, changeId) };
}

async function seeded(place: StoreConfig, clerkCount: number): Promise<Clerk[]> {
  const store = await openStore(place);
  try {
    await store.migrate();
    await seedYear(store, size);
    return await addClerks(store, sessionSecret(place.dataFolder), clerkCount, 'saving');
  } finally {
    await store.close();
  }
}

/** As the program that serves has it made. @returns seconds */
async function backUp({ dataFolder, databaseUrl }: StoreConfig): Promise<number> {
  const from = performance.now();
  if (databaseUrl) process.env.DATABASE_URL = databaseUrl;
  await backupProcess(readEnv({ NIANBAO_DATA: dataFolder, DATABASE_URL: databaseUrl ?? undefined }));
  return (performance.now() - from) / 1000;
}
