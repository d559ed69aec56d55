import { keepFindings, type Store } from '@/db/store';
import type { Overlay } from '@/server/domain/checks';
import type { Log } from '@/server/log/log';
import { noteTrouble } from '@/server/log/note-trouble';
import type { Work } from './index';

/** So many at a time: a fifth of a second in a thread, some milliseconds to write down. */
const atOnce = 100;
/** A hundred thousand submissions. Where more is wanted, things move faster than they can be looked at, and the next who looks asks again. */
const maxPieces = 1_000;

/**
 * Looks at the submissions of which nothing of now is kept, piece by piece in the worker room, and keeps what was found. One process at a time does it.
 *
 * @param isOver asked before each piece
 * @returns how many
 */
export async function lookAnew(store: Store, work: Work, overlay: Overlay | null, isOver = () => false): Promise<number> {
  let looked = 0;
  await store.alone('findings', async () => {
    for (let piece = 0; piece < maxPieces && !isOver(); piece += 1) {
      const found = await work.do('findings-anew', { overlay, max: atOnce });
      if (found.length === 0) return;
      await store.tx((tx) => keepFindings(tx, found), { only: 'findings' });
      looked += found.length;
    }
  });
  return looked;
}

/** Does it whenever somebody who looked met what was out of date, in any process, until it is closed. */
export function keepLookingAnew(
  store: Store,
  work: Work,
  { overlay, log }: { overlay: Overlay | null; log: Log },
): { close(): Promise<void> } {
  let isClosed = false;
  let underWay: Promise<void> | null = null;
  const look = async () => {
    try {
      await lookAnew(store, work, overlay, () => isClosed);
    } catch (error) {
      if (!isClosed) noteTrouble(log, 'what the rules find could not be kept', error);
    }
  };
  store.hear('findings', () => {
    if (isClosed) return;
    underWay ??= look().finally(() => {
      underWay = null;
    });
  });
  return {
    async close() {
      isClosed = true;
      await underWay;
    },
  };
}
