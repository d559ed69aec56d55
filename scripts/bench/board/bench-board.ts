import autocannon from 'autocannon';
import { unpack } from '@/server/domain/wire';
import { theYear as year } from '@/server/testing/a-large-office';
import { type Asked, ask, inOffice, pathOf, processorOf } from '../asked/ask';
import { startChild } from '../child';
import { atLeast, type Bench, exactly, type Measured, median, round } from '../measured';

const sizes = (process.env.NIANBAO_BENCH_SIZES ?? '10,100,1000').split(',').map(Number);
const connections = 10;
const warmUps = 1;
const turns = 3;
const turnSeconds = 4;
const saves = 20;

interface Turn {
  perSecond: number;
  processorMs: number;
  failed: number;
}

/**
 * A page of the board of an open year against a bare tRPC procedure that answers the very same, in turns, so that what else the machine does meets
 * both. In offices of three sizes; once as it stands, and once with a figure saved before each opening.
 */
export const benchBoard: Bench = async ({ folder, say }) => {
  const bare = await startChild<{ port: number }>(new URL('./same-answer-server.ts', import.meta.url), { env: {} });
  const least: Asked = { port: bare.ready.port, path: pathOf('board', { year }), cookie: 'none=1' };
  try {
    const measured: Measured[] = [];
    for (const units of sizes)
      measured.push(
        ...(await inOffice({ folder, kind: 'atWork', units }, async ({ port, office, clerks }) => {
          const board: Asked = { port, path: pathOf('office.board', { year }), cookie: office };
          const told = await ask(board);
          await ask({ ...least, path: '/api/trpc/keep?batch=1', body: JSON.stringify({ 0: { json: { answer: readAnswer(told) } } }) });
          const pairs: { product: Turn; bare: Turn }[] = [];
          for (let turn = 0; turn < warmUps + turns; turn += 1) {
            const pair = { product: await take(board), bare: await take(least) };
            say(`${units} units, turn ${turn}: ${round(pair.product.perSecond, 0)} against ${round(pair.bare.perSecond, 0)} a second`);
            if (turn >= warmUps) pairs.push(pair);
          }
          const changed: number[] = [];
          for (let turn = 0; turn < saves; turn += 1) {
            const clerk = clerks[turn % clerks.length];
            if (!clerk) throw new Error('an office without clerks');
            const json = {
              filingId: clerk.filingId,
              changeId: `text-${turn}`,
              text: `本季度无。${turn}`,
              baseVersion: Math.floor(turn / clerks.length),
            };
            await ask({ port, cookie: clerk.cookie, path: '/api/trpc/filing.saveText?batch=1', body: JSON.stringify({ 0: { json } }) });
            const before = await processorOf(port);
            await ask(board);
            changed.push((await processorOf(port)) - before);
          }
          return rows(`${units} units`, { pairs, bytes: Buffer.byteLength(told), changed });
        })),
      );
    return measured;
  } finally {
    await bare.stop();
  }
};

/** As the browser reads it. */
function readAnswer(told: string): unknown {
  const data = (JSON.parse(told) as [{ result: { data: { json?: unknown; packed?: Parameters<typeof unpack>[0] } } }])[0].result.data;
  return data.packed ? unpack(data.packed) : data.json;
}

async function take({ port, path, cookie }: Asked): Promise<Turn> {
  const before = await processorOf(port);
  const result = await autocannon({ url: `http://127.0.0.1:${port}${path}`, connections, duration: turnSeconds, headers: { cookie } });
  const opened = result['2xx'];
  return {
    perSecond: opened / result.duration,
    processorMs: ((await processorOf(port)) - before) / Math.max(1, opened),
    failed: result.non2xx + result.errors + result.timeouts,
  };
}

function rows(
  at: string,
  { pairs, bytes, changed }: { pairs: readonly { product: Turn; bare: Turn }[]; bytes: number; changed: readonly number[] },
): Measured[] {
  const of = (pick: (pair: (typeof pairs)[number]) => number) => median(pairs.map(pick));
  return [
    { what: `${at}: boards opened`, value: Math.round(of(({ product }) => product.perSecond)), unit: 'req/s' },
    { what: `${at}: the bare procedure with the same answer`, value: Math.round(of(({ bare }) => bare.perSecond)), unit: 'req/s' },
    {
      what: `${at}: opened against the bare procedure`,
      value: round(of(({ product, bare }) => product.perSecond / bare.perSecond)),
      unit: 'of its throughput',
      goal: atLeast(0.25),
    },
    { what: `${at}: processor time of one`, value: round(of(({ product }) => product.processorMs)), unit: 'ms' },
    { what: `${at}: … of the bare procedure`, value: round(of(({ bare }) => bare.processorMs)), unit: 'ms' },
    { what: `${at}: processor time of one after something was saved`, value: round(median(changed)), unit: 'ms' },
    { what: `${at}: the answer`, value: round(bytes / 1000, 1), unit: 'kB' },
    {
      what: `${at}: answers that are no board`,
      value: pairs.reduce((sum, { product }) => sum + product.failed, 0),
      unit: 'count',
      goal: exactly(0),
    },
  ];
}
