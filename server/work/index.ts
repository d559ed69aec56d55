import type { Store } from '@/db/store';
import type { Job } from './job';
import { type InputOf, type JobName, jobs, type OutputOf } from './jobs';

export { isLeft } from './left';

/** Heavy work, done for one person. */
export interface Work {
  /** @throws Refused as the job refuses; too_many when too much waits; work_failed when the thread broke or took too long */
  do<N extends JobName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>;
}

/** The work of a context: in the worker room of a server; here and now for the command line and whoever else serves nobody meanwhile. */
export function workOf({ work, store }: { work?: Work; store: Store }): Work {
  return work ?? workHere(store);
}

function workHere(store: Store): Work {
  return {
    async do<N extends JobName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
      const job = jobs[name] as unknown as Job<InputOf<N>, unknown, OutputOf<N>>;
      // A file is of one moment, like a snapshot's; nothing is written.
      const loaded = await (job.lane === 'file' ? store.tx((tx) => job.load(tx, input)) : job.load(store.read, input, store));
      return job.make(loaded, input, null);
    },
  };
}
