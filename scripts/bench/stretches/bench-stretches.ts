import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createDatabase } from '@/db/backup/postgres-copy';
import { startApp } from '@/e2e/running-app';
import { getFormat, leafCells } from '@/server/domain/formats';
import { freePort } from '@/server/free-port';
import { root as projectRoot } from '@/server/programs.mjs';
import { onBothEngines } from '../asked/ask';
import { atMost, type Bench, type Measured, median, round } from '../measured';
import { seedMixed } from '../mixed/seed-mixed';
import { inDataFolder } from '../seeded-store';
import { inWorkFolder } from '../work-folder';
import { type Act, type App, actsAtWork, actsOnFinished } from './acts';
import { seedFinished } from './seed-finished';

const units = Number(process.env.NIANBAO_BENCH_UNITS ?? 1_000);
/** Names of acts, with commas; all without it. */
const named = process.env.NIANBAO_BENCH_ACTS?.split(',');
const cells = leafCells(getFormat('2021', 'other_three')).length;
const turns = 5;
const warmUps = 2;
const probe = pathToFileURL(join(projectRoot, 'scripts/bench/stretches/loop-probe.mjs')).href;

/** What the probe tells. */
interface Told {
  longestMs: number;
  processorMs: number;
}

/**
 * What one person opens, exports, finalises or verifies on the whole server: processor time of all its threads, and for how long the thread that answers
 * people was at one thing at most meanwhile. Two offices: one at work with everything in it, and one whose year is done and whose report is
 * finalised.
 */
export const benchStretches: Bench = async ({ folder, say }) =>
  onBothEngines(async (engine, databaseAt) => {
    const on = async (name: string, seed: Parameters<typeof inDataFolder<string>>[1], acts: readonly Act[]): Promise<Measured[]> => {
      const asked = acts.filter((act) => !named || named.includes(act.name));
      if (asked.length === 0) return [];
      const url = databaseAt(name);
      if (url) await createDatabase(url);
      const configured: Record<string, string> = url ? { DATABASE_URL: url } : {};
      return inWorkFolder(folder, async (data) => {
        say(`${engine}: ${units} units, ${name}`);
        const cookie = await inDataFolder(data, seed, configured);
        const port = await freePort();
        const app = await startApp([], data, async () => ({
          ...configured,
          NODE_OPTIONS: `--import ${probe}`,
          NIANBAO_BENCH_PROBE: String(port),
        }));
        try {
          const measured: Measured[] = [];
          for (const act of asked) measured.push(...(await measure(act, { app: { address: app.address, cookie }, port, engine, say })));
          return measured;
        } finally {
          await app.stop();
        }
      });
    };
    return [
      ...(await on('finished', (store, secret) => seedFinished(store, secret, { units, cells }), actsOnFinished)),
      ...(await on('at_work', async (store, secret) => (await seedMixed(store, secret, { units, clerks: 1 })).office, actsAtWork)),
    ];
  });

async function measure(
  act: Act,
  { app, port, engine, say }: { app: App; port: number; engine: string; say: (line: string) => void },
): Promise<Measured[]> {
  const spent: Told[] = [];
  for (let turn = 0; turn < warmUps + turns; turn += 1) {
    const run = await act.begin(app);
    // What the act before left behind is not of this one.
    await new Promise((resolve) => setTimeout(resolve, 50));
    const before = await asked(port);
    await run();
    const after = await asked(port);
    if (turn >= warmUps) spent.push({ longestMs: after.longestMs, processorMs: after.processorMs - before.processorMs });
  }
  const longest = spent.map(({ longestMs }) => longestMs);
  const processor = median(spent.map(({ processorMs }) => processorMs));
  say(`${engine}: ${act.name}: ${round(processor, 0)} ms, stretches ${longest.map((ms) => round(ms, 1)).join(', ')} ms`);
  return [
    {
      what: `${engine}: ${act.name}: processor time`,
      value: round(processor, 0),
      unit: 'ms',
      ...(act.goal ? { goal: act.goal } : {}),
    },
    { what: `${engine}: ${act.name}: longest stretch`, value: round(median(longest), 1), unit: 'ms', goal: atMost(10) },
  ];
}

async function asked(port: number): Promise<Told> {
  return (await (await fetch(`http://127.0.0.1:${port}/`)).json()) as Told;
}
