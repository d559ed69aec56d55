import { startApp } from '@/e2e/running-app';
import { atLeast, atMost, type Bench, median, round } from '../measured';
import { inDataFolder } from '../seeded-store';
import { seedQueue } from './seed-queue';

const units = 200;
const visits = 7;

/** The reviewer's queue with 200 submitted quarters, every one of them clean and so looked at to the end; beside it a page that loads nothing. */
export const benchQueue: Bench = async ({ folder, say }) => {
  say(`${units} units type and submit`);
  const cookie = await inDataFolder(folder, (store, secret) => seedQueue(store, secret, units));
  const app = await startApp([], folder);
  try {
    const first = await timed(`${app.address}/review`, cookie);
    const later: number[] = [];
    const bare: number[] = [];
    for (let visit = 0; visit < visits; visit += 1) {
      later.push((await timed(`${app.address}/review`, cookie)).ms);
      bare.push((await timed(`${app.address}/tasks`, cookie)).ms);
    }
    const clean = first.text.match(/"isClean\\*":true/g)?.length ?? 0;
    return [
      { what: `the first page of the queue after a start, ${units} units`, value: round(first.ms, 0), unit: 'ms', goal: atMost(1000) },
      { what: `the same later, median of ${visits}`, value: round(median(later), 0), unit: 'ms', goal: atMost(1000) },
      { what: 'an empty page of the same person', value: round(median(bare), 0), unit: 'ms' },
      { what: 'units shown as clean', value: clean, unit: 'count', goal: atLeast(units) },
    ];
  } finally {
    await app.stop();
  }
};

async function timed(address: string, cookie: string): Promise<{ ms: number; text: string }> {
  const from = performance.now();
  const answer = await fetch(address, { headers: { cookie } });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return { ms: performance.now() - from, text };
}
