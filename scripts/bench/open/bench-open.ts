import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { startChild } from '../child';
import { atLeast, atMost, type Bench, exactly, type Measured, median, round } from '../measured';
import type { Clerk } from '../save/seed-clerks';
import type { Counted } from './counted';

const sizes = (process.env.NIANBAO_BENCH_SIZES ?? '10,100,1000').split(',').map(Number);
const clerks = 10;
const warmUps = 2;
const turns = 5;
const turnSeconds = 2;
const seedPatienceMs = 300_000;

interface Server {
  port: number;
  asked: readonly { path: string; cookie: string }[];
  stop: () => Promise<void>;
}

interface Turn {
  openedPerSecond: number;
  processorMs: number;
  statements: number;
  bytes: number;
  failed: number;
}

/**
 * Opening the form of a quarter, by its own clerk, against a bare tRPC procedure that answers 150 numbers: in turns, so that what else the machine does meets
 * both. Of offices of three sizes, because a form says nothing of other units; once as it stands, and once with its quarter changed before each opening.
 */
export const benchOpen: Bench = async ({ folder, say }) => {
  const bare = await startChild<{ port: number }>(new URL('./bare-server.ts', import.meta.url), { env: {} });
  const path = (procedure: string, input: object) =>
    `/api/trpc/${procedure}?batch=1&input=${encodeURIComponent(JSON.stringify({ 0: { json: input } }))}`;
  const least: Server = {
    port: bare.ready.port,
    stop: bare.stop,
    asked: [{ path: path('form', { filingId: 'filing-1' }), cookie: 'none=1' }],
  };
  const measured: Measured[] = [];
  try {
    for (const units of sizes) {
      say(`an office of ${units} units`);
      const data = join(folder, `units-${units}`);
      mkdirSync(data);
      const { ready, stop } = await startChild<{ port: number; clerks: Clerk[] }>(new URL('./open-server.ts', import.meta.url), {
        env: { BENCH_DATA: data, BENCH_UNITS: String(units), BENCH_CLERKS: String(clerks) },
        patienceMs: seedPatienceMs,
      });
      const asked = ready.clerks.map(({ cookie, filingId }) => ({ path: path('filing.form', { filingId }), cookie }));
      const pairs: { product: Turn; bare: Turn }[] = [];
      try {
        for (let turn = 0; turn < warmUps + turns; turn += 1) {
          const pair = { product: await take({ port: ready.port, stop, asked }), bare: await take(least) };
          say(`turn ${turn}: ${round(pair.product.openedPerSecond, 0)} against ${round(pair.bare.openedPerSecond, 0)} a second`);
          if (turn >= warmUps) pairs.push(pair);
        }
        measured.push(...told(`${units} units`, pairs), ...(await afterChanges(`${units} units`, ready)));
      } finally {
        await stop();
      }
    }
  } finally {
    await least.stop();
  }
  return measured;
};

async function take({ port, asked }: Server): Promise<Turn> {
  const before = await countedAt(port);
  let next = 0;
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections: clerks,
    duration: turnSeconds,
    setupClient(client) {
      const { path, cookie } = asked[next % asked.length] ?? { path: '/', cookie: '' };
      next += 1;
      client.setRequests([{ method: 'GET', path, headers: { cookie } }]);
    },
  });
  const after = await countedAt(port);
  const opened = result['2xx'];
  return {
    openedPerSecond: opened / result.duration,
    processorMs: (after.processorMs - before.processorMs) / opened,
    statements: (after.statements - before.statements) / opened,
    bytes: await bytesOf(port, asked[0]),
    failed: result.non2xx + result.errors + result.timeouts,
  };
}

function told(at: string, pairs: readonly { product: Turn; bare: Turn }[]): Measured[] {
  const of = (pick: (pair: (typeof pairs)[number]) => number) => median(pairs.map(pick));
  return [
    { what: `${at}: forms opened`, value: Math.round(of(({ product }) => product.openedPerSecond)), unit: 'req/s' },
    { what: `${at}: the bare procedure`, value: Math.round(of(({ bare }) => bare.openedPerSecond)), unit: 'req/s' },
    {
      what: `${at}: opened against the bare procedure`,
      value: round(of(({ product, bare }) => product.openedPerSecond / bare.openedPerSecond)),
      unit: 'of its throughput',
      goal: atLeast(0.23),
    },
    { what: `${at}: processor time of one`, value: round(of(({ product }) => product.processorMs)), unit: 'ms', goal: atMost(1.5) },
    { what: `${at}: the answer`, value: round(of(({ product }) => product.bytes) / 1000, 1), unit: 'kB', goal: atMost(20) },
    { what: `${at}: statements`, value: Math.round(of(({ product }) => product.statements)), unit: 'count' },
    {
      what: `${at}: answers that are no form`,
      value: pairs.reduce((sum, { product }) => sum + product.failed, 0),
      unit: 'count',
      goal: exactly(0),
    },
  ];
}

const changes = 100;

/** Every opening after a save of its own clerk, so that the form has to be made anew. */
async function afterChanges(at: string, { port, clerks: people }: { port: number; clerks: readonly Clerk[] }): Promise<Measured[]> {
  const spent: number[] = [];
  for (let turn = 0; turn < changes; turn += 1) {
    const { cookie, filingId } = people[turn % people.length] as Clerk;
    await saveText(port, { cookie, filingId }, { turn, version: 1 + Math.floor(turn / people.length) });
    const path = `/api/trpc/filing.form?batch=1&input=${encodeURIComponent(JSON.stringify({ 0: { json: { filingId } } }))}`;
    const before = await countedAt(port);
    await bytesOf(port, { path, cookie });
    spent.push((await countedAt(port)).processorMs - before.processorMs);
  }
  return [{ what: `${at}: processor time of one whose quarter was changed`, value: round(median(spent)), unit: 'ms' }];
}

async function saveText(port: number, { cookie, filingId }: Clerk, { turn, version }: { turn: number; version: number }): Promise<void> {
  const json = { filingId, changeId: `change-${turn}`, text: `本季度办理依申请公开件若干，均已按期答复。${turn}`, baseVersion: version };
  const response = await fetch(`http://127.0.0.1:${port}/api/trpc/filing.saveText?batch=1`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ 0: { json } }),
  });
  const answer = await response.text();
  if (!answer.includes('"saved"')) throw new Error(`a text was answered ${response.status} ${answer}`);
}

async function bytesOf(port: number, asked: Server['asked'][number] | undefined): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${port}${asked?.path}`, { headers: { cookie: asked?.cookie ?? '' } });
  const answer = await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`a form was answered ${response.status} ${Buffer.from(answer)}`);
  return answer.byteLength;
}

async function countedAt(port: number): Promise<Counted> {
  return (await (await fetch(`http://127.0.0.1:${port}/counted`)).json()) as Counted;
}
