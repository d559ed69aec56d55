import { constants, setPriority } from 'node:os';
import type { Reader } from '@/db/store';
import { openSnapshots, type Snapshots } from '@/db/store/open-snapshots';
import { triedImpact } from '@/server/commands/impact';
import { Refused } from '@/server/errors';
import { tellError } from '@/server/told-error';
import type { Job } from './job';
import { jobs } from './jobs';
import { tryBy } from './tried-by';
import type { Answer, Order } from './work-room';

// On Linux a priority is a thread's own: where every core is busy, those who type come first.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

tryBy(triedImpact);

let open: { of: string; snapshots: Snapshots } | null = null;

/** What a thread of the worker room does: one job at a time, on a connection that it keeps. */
export default async function work({ store, name, input }: Order): Promise<Answer> {
  const job = (jobs as unknown as Record<string, Job<unknown, unknown, unknown>>)[name];
  if (!job) throw new Error(`no such job: ${name}`);
  try {
    const snapshots = await snapshotsOf(store);
    const load = (reader: Reader) => job.load(reader, input);
    const { kept } = job;
    if (kept?.isByItself) {
      const loaded = await snapshots.at(async (reader) => kept.load(reader, await kept.arrive(reader, input)));
      return { made: await job.make(loaded, input, null) };
    }
    if (kept) {
      const arrived = await snapshots.at((reader) => kept.arrive(reader, input));
      const loaded = await snapshots.kept(`${name} ${kept.name(arrived)}`, (reader) => kept.load(reader, arrived));
      return { made: await job.make(loaded, arrived, null) };
    }
    if (job.isTrial) return { made: await job.make(await snapshots.tried((trial) => job.load(trial.read, input, trial)), input, null) };
    if (!job.isWitnessed) return { made: await job.make(await snapshots.at(load), input, null) };
    const { made, read } = await snapshots.witnessed(load);
    return { made: await job.make(made, input, read) };
  } catch (error) {
    if (error instanceof Refused) return { refused: { code: error.code, sentence: error.sentence, details: error.details } };
    return { failed: tellError(error) };
  }
}

async function snapshotsOf(store: Order['store']): Promise<Snapshots> {
  const of = JSON.stringify(store);
  if (open?.of === of) return open.snapshots;
  await open?.snapshots.close();
  open = null;
  const snapshots = await openSnapshots(store);
  open = { of, snapshots };
  return snapshots;
}
