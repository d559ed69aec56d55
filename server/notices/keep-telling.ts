import { forgetMessages, forgetNotices, type Store } from '@/db/store';
import type { Overlay } from '@/server/domain/checks';
import type { Log } from '@/server/log/log';
import { noteTrouble } from '@/server/log/note-trouble';
import { gatherMessages } from './gather-messages';
import type { Outgoing } from './outgoing';
import { sendMessages } from './send-messages';
import { tellDue } from './tell-due';

const lookEveryMs = 30_000;
/** What is due changes with the day, with a hand-over, with a quarter that is finished: none of it is a matter of minutes. */
const dueEveryMs = 15 * 60_000;
/** Beyond a year nobody asks what they were told. */
const keptMs = 400 * 24 * 3_600_000;

interface Office {
  store: Store;
  overlay: Overlay | null;
  env: { outgoing: Outgoing };
}

/**
 * Tells people what is due, and sends what they were told to where they want it. Of several processes on a database one does it at a time; one that dies
 * has given it up, and what it left half-done is taken up by the next look, wherever that is.
 *
 * @returns one look
 */
export function teller({ store, overlay, env }: Office, { log, now }: { log: Log; now: () => Date }): () => Promise<void> {
  let lookedAt = Number.NEGATIVE_INFINITY;
  const lookAtDays = async () => {
    const at = now();
    if (Math.abs(at.getTime() - lookedAt) < dueEveryMs) return;
    await tellDue(store, at, overlay);
    await forget(store, new Date(at.getTime() - keptMs));
    lookedAt = at.getTime();
  };
  const look = async () => {
    try {
      await store.alone('notices', async () => {
        await lookAtDays();
        await gatherMessages(store, env.outgoing, now());
        await sendMessages(store, env.outgoing, now, (trouble) => log.warn({ trouble }, 'a message could not be sent'));
      });
    } catch (error) {
      noteTrouble(log, 'what people are told could not be seen to', error);
    }
  };
  return look;
}

/** Looks by the clock from now on. */
export function keepTelling(office: Office, { log }: { log: Log }): void {
  const look = teller(office, { log, now: () => new Date() });
  setInterval(look, lookEveryMs).unref();
  setTimeout(look, 5_000).unref();
}

async function forget(store: Store, before: Date): Promise<void> {
  await store.tx(
    async (tx) => {
      await forgetNotices(tx, before);
      await forgetMessages(tx, before);
    },
    { only: 'notices' },
  );
}
