import type { Store } from '@/db/store';

/** Who is at work for a session that lives. */
export interface SessionEnds {
  /** @param ended called when the session ends, in whichever process somebody ended it @returns is no longer called */
  watch(sessionId: string, ended: () => void): () => void;
}

/**
 * What takes long is given up when the session it was asked in ends. A hint that saves work: whether a session lives is asked of its row,
 * before and after.
 */
export function sessionEnds(store: Pick<Store, 'hear'>): SessionEnds {
  const watching = new Map<string, Set<() => void>>();
  store.hear('session.ended', (sessionId) => {
    for (const ended of watching.get(sessionId ?? '') ?? []) ended();
  });
  return {
    watch(sessionId, ended) {
      const here = watching.get(sessionId) ?? new Set();
      watching.set(sessionId, here.add(ended));
      return () => {
        here.delete(ended);
        if (here.size === 0) watching.delete(sessionId);
      };
    },
  };
}
