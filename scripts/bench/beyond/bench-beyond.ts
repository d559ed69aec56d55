import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import { createDatabase } from '@/db/backup/postgres-copy';
import { listEvents } from '@/db/store';
import { openPostgresStore } from '@/db/store/postgres-store';
import { chainVerifier } from '@/server/domain/audit';
import { type Child, startChild } from '../child';
import { atMost, type Bench, exactly, type Measured, median, percentile, round } from '../measured';
import { seedYear } from '../roll-up/seed-year';
import { addClerks, type Clerk } from '../save/seed-clerks';
import { growUnits } from './grow-units';
import { type Acknowledged, clerkAtWork, save } from './outbox-clerk';
import { startPooler } from './pooler';
import { startPair } from './postgres-pair';

const firstUnits = 50;
const units = { few: 1_000, many: 6_000 };
const clerkCount = 20;
const killAfterMs = 10_000;
const workOnMs = 40_000;
const [warmUps, turns] = [40, 300];
/** One for each part, so that each begins at version 0. */
const saved = { pages: 's3.new_received.natural_person', failover: 's3.granted.natural_person' };

/**
 * Beyond one machine, with what one machine can hold: two processes of the product behind PgBouncer in transaction mode, a PostgreSQL whose
 * commits wait for its standby, 6,000 units with four quarters each. A clerk's page and save at 1,000 and at 6,000 units; then the primary is killed
 * while twenty clerks save, the standby promoted, the pooler led to it, and every save that was acknowledged is looked for.
 */
export const benchBeyond: Bench = async ({ folder, say }) => {
  const pair = await startPair();
  const apps: Child<{ port: number }>[] = [];
  const pooler = await startPooler(pair);
  try {
    const secret = randomBytes(24).toString('hex');
    const at = (port: number, size: keyof typeof units) => pair.url(port, `nianbao_${size}`);
    const startApp = async (size: keyof typeof units, name: string) => {
      const env = { BENCH_DATABASE: at(pooler.port, size), BENCH_DIRECT: at(pair.primaryPort, size), BENCH_SECRET: secret };
      const app = await startChild<{ port: number }>(new URL('./app-server.ts', import.meta.url), {
        env: { ...env, BENCH_DATA: join(folder, name) },
      });
      apps.push(app);
      return app.ready.port;
    };
    say(`${units.few} units, and ${units.many}`);
    await createDatabase(at(pair.primaryPort, 'few'));
    const clerks = await seeded(at(pair.primaryPort, 'few'), secret);
    await growUnits(at(pair.primaryPort, 'few'), numbers(1, units.few / firstUnits - 1));
    await createDatabase(at(pair.primaryPort, 'many'), at(pair.primaryPort, 'few'));
    await growUnits(at(pair.primaryPort, 'many'), numbers(units.few / firstUnits, units.many / firstUnits - 1));
    const ports = { few: [await startApp('few', 'few')], many: [await startApp('many', 'one'), await startApp('many', 'two')] };
    const waits = await inTurns(ports, clerks);
    const megabytes = await sizeOf(at(pair.primaryPort, 'many'));

    say(`${clerkCount} clerks save; the primary is killed`);
    const startedAt = performance.now();
    const atWork = clerks.map((clerk) =>
      clerkAtWork(clerk, { ports: ports.many, cell: saved.failover, until: () => performance.now() - startedAt > workOnMs }),
    );
    await new Promise((resolve) => setTimeout(resolve, killAfterMs));
    const killedAt = performance.now();
    pair.killPrimary();
    pair.promote();
    pooler.leadTo(pair.standbyPort);
    const told = await Promise.all(atWork);
    const back = told.map(({ acknowledged }) => firstAfter(acknowledged, killedAt) - killedAt);
    const found = await lookFor(at(pair.standbyPort, 'many'), clerks, told);
    return [
      ...compared('a clerk opens the form', waits.few.open, waits.many.open),
      ...compared('a clerk saves', waits.few.save, waits.many.save),
      { what: `database of ${units.many} units with four approved quarters`, value: megabytes, unit: 'MiB' },
      { what: 'failover: saves acknowledged', value: told.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0), unit: 'count' },
      { what: 'failover: requests sent again', value: told.reduce((sum, { repeats }) => sum + repeats, 0), unit: 'count' },
      { what: 'failover: acknowledged and lost', value: found.lost, unit: 'count', goal: exactly(0) },
      { what: 'failover: done twice, or a figure that is none of the answers', value: found.odd, unit: 'count', goal: exactly(0) },
      { what: 'failover: links of the log that do not fit', value: found.broken, unit: 'count', goal: exactly(0) },
      { what: 'failover: until every clerk was answered again', value: round(Math.max(...back) / 1000, 1), unit: 's', goal: atMost(30) },
    ];
  } finally {
    await Promise.all(apps.map((app) => app.stop()));
    pooler.stop();
    pair.stop();
  }
};

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

async function seeded(url: string, secret: string): Promise<Clerk[]> {
  const store = await openPostgresStore(url);
  try {
    await store.migrate();
    await seedYear(store, { units: firstUnits, cells: 100 });
    return await addClerks(store, secret, clerkCount, 'clerk-unit');
  } finally {
    await store.close();
  }
}

interface Waits {
  open: number[];
  save: number[];
}

/** How long a clerk waits for the form and for a save, by turns with few units and with many: what else the machine does meets both. */
async function inTurns(
  ports: Record<keyof typeof units, readonly number[]>,
  clerks: readonly Clerk[],
): Promise<Record<keyof typeof units, Waits>> {
  const waits: Record<keyof typeof units, Waits> = { few: { open: [], save: [] }, many: { open: [], save: [] } };
  for (let turn = 0; turn < warmUps + turns; turn += 1)
    for (const size of ['few', 'many'] as const) {
      const clerk = clerks[turn % clerks.length] as Clerk;
      const port = ports[size][turn % ports[size].length] ?? 0;
      const open = await openForm(port, clerk);
      const from = performance.now();
      const version = Math.floor(turn / clerks.length);
      if (!(await save(port, clerk, { cell: saved.pages, version, changeId: randomUUID() })).includes('"outcome":"saved"'))
        throw new Error('a save was not taken');
      if (turn < warmUps) continue;
      waits[size].open.push(open);
      waits[size].save.push(performance.now() - from);
    }
  return waits;
}

async function openForm(port: number, { cookie, filingId }: Clerk): Promise<number> {
  const input = encodeURIComponent(JSON.stringify({ 0: { json: { filingId } } }));
  const from = performance.now();
  const response = await fetch(`http://127.0.0.1:${port}/api/trpc/filing.form?batch=1&input=${input}`, { headers: { cookie } });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`the form was answered ${response.status} ${text}`);
  return performance.now() - from;
}

function compared(what: string, few: readonly number[], many: readonly number[]): Measured[] {
  const at = (waits: readonly number[], share: number) => round(percentile(waits, share), 1);
  return [
    { what: `${what}, ${units.few} units, p50`, value: at(few, 0.5), unit: 'ms' },
    { what: `${what}, ${units.many} units, p50`, value: at(many, 0.5), unit: 'ms' },
    { what: `${what}, ${units.many} units, p95`, value: at(many, 0.95), unit: 'ms' },
    {
      what: `${what}, ${units.many} units against ${units.few}, median`,
      value: round(median(many) / median(few)),
      unit: 'of its time',
      goal: atMost(1.25),
    },
  ];
}

async function sizeOf(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ bytes: string }>('select pg_database_size(current_database()) as bytes');
  await client.end();
  return round(Number(rows[0]?.bytes) / 2 ** 20, 0);
}

/** When the first save that was sent after a moment was answered. */
function firstAfter(acknowledged: readonly Acknowledged[], moment: number): number {
  return acknowledged.find(({ answeredAt }) => answeredAt > moment)?.answeredAt ?? Number.POSITIVE_INFINITY;
}

/** Every save that was acknowledged is there once: in its figure, which counts them, and as an event in a log that holds. */
async function lookFor(url: string, clerks: readonly Clerk[], told: readonly { acknowledged: readonly Acknowledged[] }[]) {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ filing: string; version: number; events: string }>(
    `select filing_id as filing, version,
       (select count(*) from events where kind = 'figure.saved' and object_id = filing_id and payload->>'cell' = cell) as events
     from figures where cell = $1`,
    [saved.failover],
  );
  await client.end();
  const stored = new Map(rows.map((row) => [row.filing, row]));
  const found = { lost: 0, odd: 0, broken: 0 };
  for (const [index, { filingId }] of clerks.entries()) {
    const saves = told[index]?.acknowledged.length ?? 0;
    const { version = 0, events = '0' } = stored.get(filingId) ?? {};
    found.lost += Math.max(0, saves - Math.min(version, Number(events)));
    found.odd += Math.max(0, Math.max(version, Number(events)) - saves);
  }
  const store = await openPostgresStore(url);
  const verifier = chainVerifier();
  try {
    for (;;) {
      const events = await listEvents(store.read, { after: verifier.head().seq, limit: 5000 });
      if (events.length === 0) return found;
      for (const event of events) if (verifier.add(event)) found.broken += 1;
    }
  } finally {
    await store.close();
  }
}
