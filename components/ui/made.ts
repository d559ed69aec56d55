import { useEffect, useRef, useSyncExternalStore } from 'react';

/** How long it is marked: long enough to be found, short enough not to be taken for a state of it. */
const shownMs = 2000;

/** What somebody has just made, by its id. */
export function createMade() {
  let made: readonly string[] = [];
  const listeners = new Set<() => void>();
  const put = (next: readonly string[]) => {
    made = next;
    for (const listener of listeners) listener();
  };
  return {
    tell: (id: string) => put([...made.filter((one) => one !== id), id]),
    forget: (id: string) => put(made.filter((one) => one !== id)),
    has: (id: string) => made.includes(id),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

const madeHere = createMade();

/** On another page of a list it is not seen, and after this while no longer new. */
const newMs = 15_000;

/** Said by the act that made it, once the server has it; its sentence is the act's own to say. */
export function tellMade(id: string): void {
  madeHere.tell(id);
  setTimeout(() => madeHere.forget(id), newMs);
}

/**
 * For the row or card of a thing: marks it for two seconds from when it is first seen, and brings it into sight. What it looks like stands in
 * `globals.css`; where motion is not wanted the mark comes and goes at once.
 */
export function useMade<Part extends HTMLElement>(id: string) {
  const part = useRef<Part>(null);
  const isMade = useSyncExternalStore(
    madeHere.subscribe,
    () => madeHere.has(id),
    () => false,
  );
  useEffect(() => {
    if (!isMade) return;
    part.current?.scrollIntoView({ block: 'nearest' });
    const timer = setTimeout(() => madeHere.forget(id), shownMs);
    return () => clearTimeout(timer);
  }, [isMade, id]);
  return { ref: part, 'data-made': isMade ? '' : undefined };
}
