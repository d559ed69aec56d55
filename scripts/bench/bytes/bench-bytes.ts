import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import { eventsAfter } from '@/db/store/log-rows';
import { databaseFile, openStore, type StoreConfig } from '@/db/store/open-store';
import { type Snapshot, withSnapshot } from '@/db/store/snapshot';
import { startPostgres } from '@/db/testing/postgres-server';
import { verifyChain } from '@/server/audit/verify-chain';
import { verifyLedger } from '@/server/audit/verify-ledger';
import { forgetAnswers } from '@/server/boot/forget-answers';
import { answerKeptDays } from '@/server/commands/filing/save-figures';
import { atMost, type Bench, type BenchContext, exactly, type Measured, median, round } from '../measured';
import { pageBytes } from './page-bytes';
import { type SavedOffice, saveOneByOne } from './save-one-by-one';
import { traceBytes } from './trace-bytes';

const walks = 5;
/** Only the pages, which take a minute of the ten. */
const part = process.env.NIANBAO_BENCH_PART;
const day = 86_400_000;

/** What a saved figure takes in the database, and what it costs to verify; on both engines. What a traced cell weighs, and the HTML of every page. */
export const benchBytes: Bench = async ({ folder, say }) => {
  if (part === 'pages') return pageBytes(folder, say);
  const postgres = await startPostgres();
  try {
    const sqlite = { dataFolder: join(folder, 'sqlite'), databaseUrl: null };
    mkdirSync(sqlite.dataFolder);
    return [
      ...(await onEngine('SQLite', sqlite, () => sqliteBytes(sqlite), say)),
      ...(await onEngine('PostgreSQL', { dataFolder: folder, databaseUrl: postgres.url }, () => postgresBytes(postgres.url), say)),
      ...(await traceBytes(folder, say)),
      ...(await pageBytes(folder, say)),
    ];
  } finally {
    await postgres.stop();
  }
};

/** Bytes of the tables that a save writes into, with their indexes. Events are in three. */
type Bytes = Record<'figures' | 'events' | 'changes', number>;
const eventTables = ['logged_events', 'event_words', 'event_circumstances'] as const;

async function onEngine(engine: string, config: StoreConfig, bytesOf: () => Promise<Bytes>, say: BenchContext['say']): Promise<Measured[]> {
  say(`${engine}: saving figures, one a request`);
  const store = await openStore(config);
  let office: SavedOffice;
  let before: Bytes;
  try {
    await store.migrate();
    office = await saveOneByOne(store);
    before = await bytesOf();
    await forgetAnswers(store, new Date(office.at.getTime() + (answerKeptDays + 1) * day));
  } finally {
    await store.close();
  }
  const after = await bytesOf();
  const each = (bytes: number) => round(bytes / office.saves, 0);
  const sum = ({ figures, events, changes }: Bytes) => figures + events + changes;
  const walked = await withSnapshot(config, verified);
  return [
    { what: `${engine}: a saved figure`, value: each(sum(after)), unit: 'bytes', goal: atMost(500) },
    { what: `${engine}: of it the figure`, value: each(after.figures), unit: 'bytes' },
    { what: `${engine}: of it its event`, value: each(after.events), unit: 'bytes' },
    { what: `${engine}: the same in its first ${answerKeptDays} days, with the answer`, value: each(sum(before)), unit: 'bytes' },
    { what: `${engine}: verifying the chain, processor time an event`, value: walked.chain, unit: 'µs', goal: atMost(10) },
    { what: `${engine}: with the replay`, value: walked.replay, unit: 'µs', goal: atMost(50) },
    { what: `${engine}: everything again from the point verified last`, value: walked.resumedMs, unit: 'ms' },
    { what: `${engine}: faults and differences`, value: walked.faults, unit: 'count', goal: exactly(0) },
  ];
}

/** Processor time, because the machine does other things too; what PostgreSQL itself spends is not in it. */
async function verified({ read, schema }: Snapshot) {
  const chain: number[] = [];
  const replay: number[] = [];
  let faults = 0;
  const events = (await eventsAfter(read, 0, 1_000_000)).length;
  for (let walk = 0; walk <= walks; walk += 1) {
    const one = await microseconds(() => verifyChain(read));
    const other = await microseconds(() => verifyLedger({ read, schema }));
    faults += (one.result.fault ? 1 : 0) + (other.result.replay?.differenceCount ?? 1);
    if (walk > 0) chain.push(one.spent / events);
    if (walk > 0) replay.push(other.spent / events);
  }
  const { events: seq, head: hash } = await verifyChain(read);
  const resumed = await microseconds(() => verifyLedger({ read, schema }, [], { seq, hash }));
  return { chain: round(median(chain), 1), replay: round(median(replay), 1), resumedMs: round(resumed.spent / 1000, 0), faults };
}

async function microseconds<T>(work: () => Promise<T>): Promise<{ spent: number; result: T }> {
  const begun = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(begun);
  return { spent: user + system, result };
}

async function sqliteBytes({ dataFolder }: StoreConfig): Promise<Bytes> {
  const database = new Database(databaseFile(dataFolder), { readonly: true });
  const of = (table: string) =>
    database
      .prepare('select sum(pgsize) from dbstat where name in (select name from sqlite_master where tbl_name = ?)')
      .pluck()
      .get(table) as number;
  try {
    return { figures: of('figures'), events: eventTables.reduce((sum, table) => sum + of(table), 0), changes: of('changes') };
  } finally {
    database.close();
  }
}

/** Of what lives: what was deleted is room for what comes, and taken out of the count. */
async function postgresBytes(url: string): Promise<Bytes> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('vacuum full changes');
    const of = async (table: string) => Number((await client.query('select pg_total_relation_size($1) as bytes', [table])).rows[0].bytes);
    let events = 0;
    for (const table of eventTables) events += await of(table);
    return { figures: await of('figures'), events, changes: await of('changes') };
  } finally {
    await client.end();
  }
}
