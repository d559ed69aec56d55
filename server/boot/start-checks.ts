import { checkPages } from '@/db/store/look-at-data';
import type { Env } from '@/server/env';
import type { Recognised } from './recognise-data';
import { damagedWhileServing } from './recognise-data';

/** Whether the data was looked at as a whole. Until it was, the health answer says `degraded`. */
export interface StartChecks {
  readonly isPending: () => boolean;
  /** Looks at what the start has left for later. */
  begin: (told: StartChecksTold) => void;
}

export interface StartChecksTold {
  /** In a sentence: the data is damaged, nobody may go on working in it. */
  damaged: (sentence: string) => void;
  /** It could not be looked at, which says nothing of the data; it is tried again. */
  unchecked: (error: unknown) => void;
}

const againAfterMs = 600_000;

/** A large database is looked at while it serves, in a thread of its own: people do not wait for it. @param later when it is tried again */
export function startChecks(
  { arePagesChecked }: Recognised,
  env: Pick<Env, 'dataFolder' | 'databaseUrl'>,
  later: (again: () => void) => void = (again) => setTimeout(again, againAfterMs).unref(),
): StartChecks {
  let isPending = !arePagesChecked;
  const look = ({ damaged, unchecked }: StartChecksTold): Promise<void> =>
    checkPages(env.dataFolder).then(
      (detail) => {
        if (detail !== null) return damaged(damagedWhileServing(env, detail).message);
        isPending = false;
      },
      (error: unknown) => {
        unchecked(error);
        later(() => void look({ damaged, unchecked }));
      },
    );
  return {
    isPending: () => isPending,
    begin(told) {
      if (isPending) void look(told);
    },
  };
}
