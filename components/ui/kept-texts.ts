/** Where the browser keeps things for this tab; a `Storage`, or none. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export interface KeptTexts {
  read(owner: string, place: string): string | null;
  keep(owner: string, place: string, text: string): void;
  forget(owner: string, place: string): void;
  /** Whether this very text is kept, wherever it was typed. */
  holds(owner: string, text: string): boolean;
  /** Everybody's, at the end of a session. */
  forgetAll(): void;
  subscribe(listener: () => void): () => void;
}

const prefix = 'nianbao-kept ';

/**
 * Texts that were typed and not sent, by person and place, in this tab: across a reload, not across its closing, and never shown to the
 * next person at the same computer. Where the browser keeps nothing they live as long as the page.
 */
export function createKeptTexts(storage: () => TabStorage | null): KeptTexts {
  const ofThisPage = new Map<string, string>();
  const listeners = new Set<() => void>();
  const keyOf = (owner: string, place: string) => `${prefix}${owner} ${place}`;
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const withStorage = <T>(work: (storage: TabStorage) => T): T | null => {
    try {
      const there = storage();
      return there && work(there);
    } catch {
      // A private window or a full disk: the page itself still has it.
      return null;
    }
  };
  const keysIn = (storage: TabStorage) =>
    Array.from({ length: storage.length }, (_, index) => storage.key(index)).filter((key) => key?.startsWith(prefix) ?? false) as string[];
  return {
    holds(owner, text) {
      const isOwn = (key: string) => key.startsWith(keyOf(owner, ''));
      if ([...ofThisPage].some(([key, kept]) => isOwn(key) && kept === text)) return true;
      return withStorage((there) => keysIn(there).some((key) => isOwn(key) && there.getItem(key) === text)) ?? false;
    },
    read: (owner, place) => {
      const key = keyOf(owner, place);
      return ofThisPage.get(key) ?? withStorage((there) => there.getItem(key));
    },
    keep(owner, place, text) {
      const key = keyOf(owner, place);
      ofThisPage.set(key, text);
      withStorage((there) => there.setItem(key, text));
      tell();
    },
    forget(owner, place) {
      const key = keyOf(owner, place);
      ofThisPage.delete(key);
      withStorage((there) => there.removeItem(key));
      tell();
    },
    forgetAll() {
      ofThisPage.clear();
      withStorage((there) => {
        for (const key of keysIn(there)) there.removeItem(key);
      });
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The one of this tab. */
export const keptTexts = createKeptTexts(() => (typeof sessionStorage === 'undefined' ? null : sessionStorage));
