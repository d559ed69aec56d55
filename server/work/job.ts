import type { Reader, WasRead } from '@/db/store';
import { actorNow } from '@/server/auth/actor-now';
import type { Actor } from '@/server/views/access';

/**
 * A piece of work that takes long: what it needs of the store, and what it makes of that. Input and output pass from thread to thread, so
 * they are plain data (no functions, no classes; maps, sets and bytes pass). Who may have it was decided before.
 */
export interface Job<Input, Loaded, Output> {
  /** page: somebody looks at a blank screen. file: somebody waits for a download. Pages come first and have a thread of their own. */
  lane: 'page' | 'file';
  load: (reader: Reader, input: Input) => Promise<Loaded>;
  /** Whoever asked decides later, in a transaction, whether what was read is as it was. */
  isWitnessed?: true;
  /** @param read what was loaded from; only for a job that is witnessed */
  make: (loaded: Loaded, input: Input, read: WasRead | null) => Promise<Output> | Output;
}

/**
 * A page that takes long: what is loaded for it is what is shown. It asks itself whose it is, as it does elsewhere; of who asks as they stand
 * when their turn has come.
 */
export function pageJob<Input extends { actor: Actor; now: Date }, Page>(
  load: (reader: Reader, input: Input) => Promise<Page>,
): Job<Input, Page, Page> {
  return {
    lane: 'page',
    load: async (reader, input) => load(reader, { ...input, actor: await actorNow(reader, input.actor, input.now) }),
    make: asLoaded,
  };
}

/** For a job that makes nothing of what it loads but the loaded itself. */
export function asLoaded<T>(loaded: T): T {
  return loaded;
}
