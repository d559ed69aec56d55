import { writeSetting } from './settings';
import type { Store } from './store';

/** The one thing that is written for nobody: for a store it is no change (`changeMark`). */
export const heartbeat = 'heartbeat';

/** Really writes a row and has it flushed: to see whether it can be. */
export async function tryToWrite(store: Pick<Store, 'tx'>, at: Date): Promise<void> {
  await store.tx((tx) => writeSetting(tx, heartbeat, at.toISOString()), { only: heartbeat });
}
