import { keepFindings, listUnkeptFindings, type Store } from '@/db/store';
import type { Overlay } from '@/server/domain/checks';
import type { Log } from '@/server/log/log';
import { noteTrouble } from '@/server/log/note-trouble';
import { rulesOf } from '@/server/views/going-round';
import type { Work } from './index';

/** So many at a time: a fifth of a second in a thread, some milliseconds to write down. */
const atOnce = 100;
/** A hundred thousand submissions. Where more is wanted, things move faster than they can be looked at, and the next who looks asks again. */
const maxPieces = 1_000;
const afterStartMs = 10_000;

/**
 * Looks at the submissions of which nothing of now is kept, piece by piece in the worker room, and keeps what was found. One process at a time does it.
 *
 * @returns how many
 */
export async function lookAnew(store: Store, work: Work, overlay: Overlay | null): Promise<number> {
  let looked = 0;
  await store.alone('findings', async () => {
    for (let piece = 0; piece < maxPieces; piece += 1) {
      const found = await work.do('findings-anew', { overlay, max: atOnce });
      if (found.length === 0) return;
      await store.tx((tx) => keepFindings(tx, found), { only: 'findings' });
      looked += found.length;
    }
  });
  return looked;
}

/** Does it after the start, for the rules may be other ones, and whenever somebody who looked met what was out of date. */
export function keepLookingAnew(store: Store, work: Work, { overlay, log }: { overlay: Overlay | null; log: Log }): void {
  let isUnderWay = false;
  const look = async () => {
    if (isUnderWay) return;
    isUnderWay = true;
    try {
      // Asked here, so that no thread starts where there is nothing to do.
      if ((await listUnkeptFindings(store.read, rulesOf(overlay), 1)).length > 0) await lookAnew(store, work, overlay);
    } catch (error) {
      noteTrouble(log, 'what the rules find could not be kept', error);
    } finally {
      isUnderWay = false;
    }
  };
  store.hear('findings', () => void look());
  setTimeout(look, afterStartMs).unref();
}
