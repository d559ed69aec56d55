import type { Store } from '@/db/store';

/** Who is at work for a session that lives. */
export interface SessionEnds {
  /**
   * @param ended called once, when the session ends, in whichever process somebody ended it
   * @param until whoever watches has gone when this is aborted, also where it is so already
   */
  watch(sessionId: string, ended: () => void, until: AbortSignal): void;
}

/**
 * What takes long is given up when the session it was asked in ends. A hint that saves work: whether a session lives is asked of its row,
 * before and after.
 *
 * @param watching by session: only those whose end somebody waits for
 */
export function sessionEnds(store: Pick<Store, 'hear'>, watching = new Map<string, Set<() => void>>()): SessionEnds {
  store.hear('session.ended', (sessionId) => {
    const here = watching.get(sessionId ?? '') ?? [];
    watching.delete(sessionId ?? '');
    const failures: unknown[] = [];
    for (const ended of here)
      try {
        ended();
      } catch (error) {
        failures.push(error);
      }
    if (failures.length > 0) throw failures[0];
  });
  return {
    watch(sessionId, ended, until) {
      if (until.aborted) return;
      const here = watching.get(sessionId) ?? new Set();
      watching.set(sessionId, here.add(ended));
      const leave = () => {
        here.delete(ended);
        if (here.size === 0 && watching.get(sessionId) === here) watching.delete(sessionId);
      };
      until.addEventListener('abort', leave, { once: true });
    },
  };
}
