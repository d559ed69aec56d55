import { checkPages } from '@/db/store/look-at-data';
import type { Env } from '@/server/env';
import type { Recognised } from './recognise-data';
import { damagedWhileServing } from './recognise-data';

/** Whether the data was looked at as a whole. Until it was, the health answer says `degraded`. */
export interface StartChecks {
  readonly isPending: () => boolean;
  /** Looks at what the start has left for later. @param onFault told in a sentence when the data is damaged: nobody may go on working in it */
  begin: (onFault: (sentence: string) => void) => void;
}

/** A large database is looked at while it serves, in a thread of its own: people do not wait for it. */
export function startChecks({ arePagesChecked }: Recognised, env: Pick<Env, 'dataFolder' | 'databaseUrl'>): StartChecks {
  let isPending = !arePagesChecked;
  return {
    isPending: () => isPending,
    begin(onFault) {
      if (!isPending) return;
      checkPages(env.dataFolder).then((detail) => {
        if (detail !== null) return onFault(damagedWhileServing(env, detail).message);
        isPending = false;
      });
    },
  };
}
