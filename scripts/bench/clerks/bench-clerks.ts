import { startApp } from '@/e2e/running-app';
import { atMost, type Bench, exactly, type Measured, percentile, round } from '../measured';
import { startBare } from '../save/contestants';
import { seedClerks } from '../save/seed-clerks';
import { readWritten, unaccounted } from '../save/verify-saves';
import { productWire } from '../save/wires';
import { inDataFolder } from '../seeded-store';
import { inWorkFolder } from '../work-folder';
import { type Paced, pacedLoad } from './paced-load';

const clerkCount = 200;
const pace = { seconds: 30, warmUpSeconds: 3 };

/**
 * The last day of a quarter: 200 signed-in clerks, each saving a cell a second, on the whole server as it is deployed. Beside it
 * the bare upsert of the bench `save` under the same pace: what loopback, disk and this machine's other work cost alone.
 */
export const benchClerks: Bench = async ({ folder, say }) => {
  const clerks = await inDataFolder(folder, (store, secret) => seedClerks(store, secret, clerkCount));
  const app = await startApp([], folder);
  let product: Paced;
  try {
    say(`${clerkCount} clerks, one save a second each, ${pace.seconds} s`);
    product = await pacedLoad(Number(new URL(app.address).port), {
      ...pace,
      wiresAt: (second) => clerks.map((clerk) => productWire(clerk, second)),
    });
  } finally {
    await app.stop();
  }
  const lost = unaccounted(await readWritten(folder), product.saved, 0);
  say('the bare upsert under the same pace');
  const bare = await inWorkFolder(folder, (apart) => bareUnderPace(apart));
  const [firstFailure] = product.failures;
  if (firstFailure) say(`first failure: ${firstFailure}`);
  return [
    ...tell('product', product),
    { what: 'product: acknowledgement, p95', value: round(percentile(product.acknowledgedMs, 0.95), 1), unit: 'ms', goal: atMost(150) },
    ...tell('bare', bare),
    { what: 'bare: acknowledgement, p95', value: round(percentile(bare.acknowledgedMs, 0.95), 1), unit: 'ms' },
    { what: 'product: answers that are not "saved"', value: product.failures.length, unit: 'count', goal: exactly(0) },
    { what: 'product: saves not found as figure, event and change', value: lost, unit: 'count', goal: exactly(0) },
  ];
};

async function bareUnderPace(folder: string): Promise<Paced> {
  const bare = await startBare('./bare-server.ts', { folder, connections: clerkCount }, {});
  try {
    return await pacedLoad(bare.port, { ...pace, seconds: 10, wiresAt: (second) => bare.wires(second) });
  } finally {
    await bare.stop();
  }
}

function tell(who: string, { acknowledgedMs, saved }: Paced): Measured[] {
  const at = (share: number): Pick<Measured, 'value' | 'unit'> => ({ value: round(percentile(acknowledgedMs, share), 1), unit: 'ms' });
  return [
    { what: `${who}: saves`, value: saved, unit: 'count' },
    { what: `${who}: acknowledgement, p50`, ...at(0.5) },
    { what: `${who}: acknowledgement, p99`, ...at(0.99) },
  ];
}
