import type { Reader, Store, WasRead } from '@/db/store';
import { actorNow } from '@/server/auth/actor-now';
import { dayAt } from '@/server/domain/periods';
import type { Actor } from '@/server/views/access';

/**
 * A piece of work that takes long: what it needs of the store, and what it makes of that. Input and output pass from thread to thread, so
 * they are plain data (no functions, no classes; maps, sets and bytes pass). Who may have it was decided before.
 */
export interface Job<Input, Loaded, Output> {
  /** page: somebody looks at a blank screen. file: somebody waits for a download. Pages come first and have a thread of their own. */
  lane: 'page' | 'file';
  load: (reader: Reader, input: Input, trial?: Store) => Promise<Loaded>;
  /** It tries what a command would do, on a store that `load` gets for that: in a thread, one of which nothing is kept. */
  isTrial?: true;
  /** Where less than a room's own will do: what takes longer is no file of ours. From the beginning of the job. */
  patienceMs?: number;
  /** Whoever asked decides later, in a transaction, whether what was read is as it was. */
  isWitnessed?: true;
  /** Its thread gives what was loaded again, while all that was read for it reads the same. */
  kept?: Kept<Input, Loaded>;
  /** @param read what was loaded from; only for a job that is witnessed */
  make: (loaded: Loaded, input: Input, read: WasRead | null) => Promise<Output> | Output;
}

/** How the same is known again. */
export interface Kept<Input, Loaded> {
  /** Who asks, as they stand now: asked each time. */
  arrive: (reader: Reader, input: Input) => Promise<Input>;
  /** All that `load` reads of its input; of the moment, the day. */
  name: (input: Input) => string;
  load: (reader: Reader, input: Input) => Promise<Loaded>;
  /** `load` itself knows what of the last time still stands. */
  isByItself?: true;
}

interface Asked {
  actor: Actor;
  now: Date;
}

/**
 * A page that takes long: what is loaded for it is what is shown. It asks itself whose it is, as it does elsewhere; of who asks as they stand
 * when their turn has come. Of the moment it may read nothing but the day, so that it can be kept.
 */
export function pageJob<Input extends Asked, Page>(load: (reader: Reader, input: Input) => Promise<Page>): Job<Input, Page, Page> {
  return partOfPage(load, [], asLoaded);
}

/**
 * A part of a page: the whole is loaded and kept, and a part of it leaves the thread.
 *
 * @param but what of the input chooses the part, and is nothing to the whole
 */
export function partOfPage<Input extends Asked, Whole, Part>(
  load: (reader: Reader, input: Input) => Promise<Whole>,
  but: readonly string[],
  make: (whole: Whole, input: Input) => Part,
): Job<Input, Whole, Part> {
  const arrive = async (reader: Reader, input: Input): Promise<Input> => ({
    ...input,
    actor: await actorNow(reader, input.actor, input.now),
  });
  return {
    lane: 'page',
    load: async (reader, input) => load(reader, await arrive(reader, input)),
    kept: {
      arrive,
      load,
      name: (input) => JSON.stringify({ ...input, ...Object.fromEntries(but.map((key) => [key, null])), now: dayAt(input.now) }),
    },
    make,
  };
}

/** A page that keeps itself what was found for it: what of that still stands is known to `kept` alone. */
export function selfKeptPage<Input extends Asked, Page>(
  load: (reader: Reader, input: Input) => Promise<Page>,
  kept: (reader: Reader, input: Input) => Promise<Page>,
): Job<Input, Page, Page> {
  const job = pageJob(load);
  return job.kept ? { ...job, kept: { ...job.kept, load: kept, isByItself: true } } : job;
}

/** For a job that makes nothing of what it loads but the loaded itself. */
export function asLoaded<T>(loaded: T): T {
  return loaded;
}
