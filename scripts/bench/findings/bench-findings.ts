import { openSnapshots } from '@/db/store/open-snapshots';
import { readEnv } from '@/server/env';
import type { FoundAsked, FoundShown } from '@/server/queries/year-findings';
import type { Actor } from '@/server/views/access';
import { workOf } from '@/server/work';
import { jobs } from '@/server/work/jobs';
import { lookAnew } from '@/server/work/keep-findings';
import { atMost, type Bench, exactly, median, round } from '../measured';
import { inDataFolder } from '../seeded-store';
import { seedFound, year } from './seed-found';

const units = Number(process.env.NIANBAO_BENCH_UNITS ?? 1_000);
const looks = 5;
const reviewer: Actor = {
  ...{ userId: 'reviewer', name: 'reviewer', username: 'reviewer', sessionId: null },
  posts: [{ id: 'post-reviewer', role: 'reviewer', unitId: 'root' }],
};

/**
 * What is found over all units of a year, as a thread of the worker room makes it: the first look of a thread, the next while nothing has changed, and
 * one that has to be made anew from what is kept; and what it costs to look at everything again, as after a change of the rules. All in processor time.
 */
export const benchFindings: Bench = async ({ folder, say }) => {
  say(`${units} units, two years`);
  await inDataFolder(folder, (store) => seedFound(store, units));
  const env = readEnv({ NIANBAO_DATA: folder });
  const partly = await lookFrom(env, (look) => look('before'));
  const anew = await inDataFolder(folder, (store) => processorMs(() => lookAnew(store, workOf({ store }), null)));
  const { first, later, other, left } = await lookFrom(env, async (look) => {
    const found = await look('page');
    const laterMs: number[] = [];
    const otherMs: number[] = [];
    for (let turn = 0; turn < looks; turn += 1) {
      laterMs.push((await look('page')).ms);
      otherMs.push((await look(`page ${turn}`)).ms);
    }
    return { first: found.ms, later: median(laterMs), other: median(otherMs), left: found.left };
  });
  return [
    { what: `the first look, ${units} units`, value: round(first, 0), unit: 'ms', goal: atMost(1_000) },
    { what: 'a later look, nothing has changed', value: round(later, 0), unit: 'ms', goal: atMost(200) },
    { what: 'a later look, made anew from what is kept', value: round(other, 0), unit: 'ms', goal: atMost(200) },
    { what: 'submissions left out of it', value: left, unit: 'count', goal: exactly(0) },
    { what: 'a look while nothing is kept, of what it does not wait for', value: round(partly.ms, 0), unit: 'ms' },
    { what: `looking at ${units * 8} submissions again in the background`, value: round(anew / 1_000, 1), unit: 's' },
  ];
};

type Look = (name: string) => Promise<{ ms: number; left: number }>;

async function lookFrom<T>(env: Parameters<typeof openSnapshots>[0], work: (look: Look) => Promise<T>): Promise<T> {
  const snapshots = await openSnapshots(env);
  const { kept, make } = jobs['year-findings'];
  const input: { actor: Actor; now: Date; overlay: null; asked: FoundAsked; shown: FoundShown } = {
    ...{ actor: reviewer, now: new Date(), overlay: null, asked: { year, quarter: null }, shown: { page: 1 } },
  };
  try {
    return await work(async (name) => {
      let left = 0;
      const ms = await processorMs(async () => {
        const whole = await snapshots.kept(name, (reader) => kept?.load(reader, input) ?? Promise.reject(new Error('it is kept')));
        left = (await make(whole, input, null)).left;
      });
      return { ms, left };
    });
  } finally {
    await snapshots.close();
  }
}

async function processorMs(work: () => Promise<unknown>): Promise<number> {
  const from = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1_000;
}
