import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startApp } from '@/e2e/running-app';
import { atMost, type BenchContext, type Measured, round } from '../measured';
import { seedMixed } from '../mixed/seed-mixed';
import { inDataFolder } from '../seeded-store';
import { pageAddresses } from './page-addresses';

const size = { units: Number(process.env.NIANBAO_BENCH_UNITS ?? 1_000), clerks: 2 };

/** What each page of the desk weighs before it is compressed, opened by somebody with every post in an office of a thousand units. */
export async function pageBytes(folder: string, say: BenchContext['say']): Promise<Measured[]> {
  const dataFolder = join(folder, 'pages');
  mkdirSync(dataFolder);
  say(`an office of ${size.units} units, to open every page of`);
  const people = await inDataFolder(dataFolder, (store, secret) => seedMixed(store, secret, size));
  const app = await startApp([], dataFolder);
  try {
    const measured: Measured[] = [];
    for (const { addresses, by } of Object.values(pageAddresses))
      for (const address of addresses) {
        const cookie = by === undefined ? people.office : (people.clerks[by === 'clerk' ? 0 : 1]?.cookie ?? '');
        const answer = await fetch(`${app.address}${address}`, { headers: { cookie }, redirect: 'manual' });
        const { byteLength } = await answer.arrayBuffer();
        if (answer.status !== 200) throw new Error(`${address} answered ${answer.status} ${answer.headers.get('location') ?? ''}`);
        say(`${address}: ${round(byteLength / 1000, 0)} kB`);
        measured.push({ what: `HTML of ${address}`, value: round(byteLength / 1000, 0), unit: 'kB', goal: atMost(150) });
      }
    return measured;
  } finally {
    await app.stop();
  }
}
