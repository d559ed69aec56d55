import type { AttachmentPlace } from '@/server/domain/attachments/attachment';
import { createValue, type Value } from '../filing-form/store/value';

/** A file on its way as it is shown. */
export interface ShownSending {
  upload: string;
  name: string;
  size: number;
  /** Bytes that have arrived; null: it waits for its turn. */
  sent: number | null;
  /** Why it did not arrive; the network may be tried again from there. */
  failed: { why: string; mayGoOn: boolean } | null;
}

/** How it ended, for whoever shows the place then. */
export type Ended = { is: 'added' | 'stopped'; name: string };

export interface Going {
  signal: AbortSignal;
  onTurn: () => void;
  onArrived: (bytes: number) => void;
}

/** How a file is sent, from where it was; and what is said of an error. */
export interface Way {
  send(going: Going): Promise<{ name: string }>;
  failureOf(error: unknown): { why: string; mayGoOn: boolean };
}

type Kept = ShownSending & { place: string };

/**
 * The files on their way from this page, outside its components: a panel that leaves the screen (its figure changed, another page of the form came)
 * takes nothing with it, and the next panel of the same place shows them again.
 */
export interface Sendings {
  /** All, in the order in which they were given. */
  shown: Value<readonly Kept[]>;
  start(place: AttachmentPlace, file: { upload: string; name: string; size: number }, way: Way): Promise<void>;
  goOn(upload: string): Promise<void>;
  stop(upload: string): void;
  forget(upload: string): void;
  /** Who shows the place is told, and is waited for before the file leaves the list of those on their way. */
  onEnded(place: AttachmentPlace, hear: (ended: Ended) => unknown): () => void;
}

export const placeKey = ({ about, aboutId }: AttachmentPlace): string => `${about} ${aboutId}`;

/** Whether it still goes by itself: one that failed waits for its person. */
export const isGoing = ({ failed }: Pick<ShownSending, 'failed'>): boolean => failed === null;

/** @param hold told whether something would be lost with the page */
export function createSendings(hold: (isHeld: boolean) => void): Sendings {
  const shown = createValue<readonly Kept[]>([]);
  const ways = new Map<string, { way: Way; stop: AbortController }>();
  const hearers = new Map<string, Set<(ended: Ended) => unknown>>();
  const put = (all: readonly Kept[]) => {
    shown.set(all);
    hold(all.some(isGoing));
  };
  const change = (upload: string, to: Partial<ShownSending>) =>
    put(shown.get().map((one) => (one.upload === upload ? { ...one, ...to } : one)));
  const forget = (upload: string) => {
    ways.delete(upload);
    put(shown.get().filter((one) => one.upload !== upload));
  };

  async function send(upload: string, way: Way): Promise<void> {
    const one = shown.get().find((kept) => kept.upload === upload);
    if (!one) return;
    const stop = new AbortController();
    ways.set(upload, { way, stop });
    const tell = (ended: Ended) => Promise.allSettled([...(hearers.get(one.place) ?? [])].map(async (hear) => hear(ended)));
    try {
      change(upload, { sent: null, failed: null });
      const { name } = await way.send({
        signal: stop.signal,
        onTurn: () => change(upload, { sent: 0 }),
        onArrived: (sent) => change(upload, { sent }),
      });
      await tell({ is: 'added', name });
      forget(upload);
    } catch (error) {
      if (!stop.signal.aborted) return change(upload, { failed: way.failureOf(error) });
      forget(upload);
      await tell({ is: 'stopped', name: one.name });
    }
  }

  return {
    shown,
    forget,
    start(place, { upload, name, size }, way) {
      put([...shown.get(), { place: placeKey(place), upload, name, size, sent: null, failed: null }]);
      return send(upload, way);
    },
    async goOn(upload) {
      const one = ways.get(upload);
      const kept = shown.get().find((all) => all.upload === upload);
      if (one && kept && !isGoing(kept)) await send(upload, one.way);
    },
    stop: (upload) => ways.get(upload)?.stop.abort(),
    onEnded(place, hear) {
      const key = placeKey(place);
      const all = hearers.get(key) ?? new Set();
      hearers.set(key, all.add(hear));
      return () => {
        all.delete(hear);
        if (all.size === 0 && hearers.get(key) === all) hearers.delete(key);
      };
    },
  };
}

const stay = (event: BeforeUnloadEvent): void => event.preventDefault();

/** Those of this page; the browser asks before it is left while any is on its way. */
export const sendings = createSendings((isHeld) => {
  if (isHeld) window.addEventListener('beforeunload', stay);
  else window.removeEventListener('beforeunload', stay);
});
