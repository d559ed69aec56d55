import { exportKinds } from '@/server/domain/report/export-kinds';
import { startChild } from '../child';
import { pacedLoad } from '../clerks/paced-load';
import { atMost, type Bench, exactly, type Measured, percentile, round } from '../measured';
import type { Clerk } from '../save/seed-clerks';
import { productWire } from '../save/wires';
import { inWorkFolder } from '../work-folder';

const clerkCount = 20;
const exportCount = 20;
const seconds = 20;
const warmUpSeconds = 1;

interface Server {
  port: number;
  clerks: Clerk[];
  admin: string;
}

interface Lag {
  p50: number;
  p99: number;
  max: number;
}

/**
 * Twenty clerks save a cell a second while one person asks for twenty files of every kind at once, in each of two servers: one that makes them
 * on the thread that answers, and one that has a worker room. Beside each, the same clerks with nobody exporting.
 */
export const benchExports: Bench = async ({ folder, say }) => {
  const measured: Measured[] = [];
  for (const [name, room] of [
    ['made where people are answered', 'no'],
    ['worker room', 'yes'],
  ] as const) {
    say(name);
    measured.push(...(await inWorkFolder(folder, (apart) => oneServer(apart, name, room))));
  }
  return measured;
};

async function oneServer(folder: string, name: string, room: 'yes' | 'no'): Promise<Measured[]> {
  const server = await startChild<Server>(new URL('./exports-server.ts', import.meta.url), {
    env: { BENCH_DATA: folder, BENCH_CLERKS: String(clerkCount), BENCH_ROOM: room },
  });
  try {
    const { port, clerks, admin } = server.ready;
    const address = `http://127.0.0.1:${port}`;
    const lagOf = async () => (await (await fetch(`${address}/lag`)).json()) as Lag;
    const load = (from: number) =>
      pacedLoad(port, {
        seconds,
        warmUpSeconds,
        wiresAt: (second) => clerks.map((clerk) => productWire(clerk, from + second)),
      });
    // The first file of a process loads what makes it, wherever it is made.
    await filesAtOnce(address, admin);
    await lagOf();
    const quiet = await load(0);
    const quietLag = await lagOf();
    const stop = new AbortController();
    const busy = load(warmUpSeconds + seconds).finally(() => stop.abort());
    const files = await filesAllTheTime(address, admin, stop.signal);
    const paced = await busy;
    const lag = await lagOf();
    const goals = room === 'yes' ? { lag: atMost(50), none: exactly(0) } : {};
    const ms = (what: string, value: number, goal?: Measured['goal']): Measured => ({
      what: `${name}: ${what}`,
      value: round(value, 1),
      unit: 'ms',
      ...(goal ? { goal } : {}),
    });
    return [
      ms('event loop late, p99, nobody exports', quietLag.p99),
      ms('a save, p95, nobody exports', percentile(quiet.acknowledgedMs, 0.95)),
      ms('event loop late, p99, twenty exports at once', lag.p99, goals.lag),
      ms('event loop late, most', lag.max),
      ms('a save, p95', percentile(paced.acknowledgedMs, 0.95)),
      ms('a save, p99', percentile(paced.acknowledgedMs, 0.99)),
      { what: `${name}: files made meanwhile`, value: files.made, unit: 'count' },
      {
        what: `${name}: files refused or broken, saves not saved`,
        value: files.failed + paced.failures.length,
        unit: 'count',
        ...(goals.none ? { goal: goals.none } : {}),
      },
    ];
  } finally {
    await server.stop();
  }
}

async function filesAllTheTime(address: string, cookie: string, signal: AbortSignal): Promise<{ made: number; failed: number }> {
  const total = { made: 0, failed: 0 };
  while (!signal.aborted) {
    const { made, failed } = await filesAtOnce(address, cookie);
    total.made += made;
    total.failed += failed;
  }
  return total;
}

async function filesAtOnce(address: string, cookie: string): Promise<{ made: number; failed: number }> {
  const answers = await Promise.all(
    Array.from({ length: exportCount }, async (_, index) => {
      const kind = exportKinds[index % exportKinds.length];
      const response = await fetch(`${address}/files/reports/root/2026/consolidated/draft.${kind}`, { headers: { cookie } });
      await response.arrayBuffer();
      return response.ok;
    }),
  );
  const made = answers.filter(Boolean).length;
  return { made, failed: answers.length - made };
}
