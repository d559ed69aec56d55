import { startTransition, useEffect, useState } from 'react';
import type { Value } from './value';

/** Longer than a key takes until it is painted on a slow computer, shorter than anybody waits for. */
const restMs = 120;

const due = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;
let lastAskedAt = 0;

/** Runs the work once no key has asked for any for a moment, together with all that waits by then. Called for every key, so it sets no timer anew. */
function whenKeysRest(work: () => void): void {
  due.add(work);
  noteKeyPress();
  timer ??= setTimeout(runDue, restMs);
}

/** Every late value there is, for whoever cannot wait. */
const lookers = new Set<() => void>();

/** Whoever goes to what follows late finds it up to date. Called within an event, so that it is drawn before the next. */
export function flushLateValues(): void {
  for (const look of lookers) look();
}

/** A key came: what waits for the keys to rest waits on. */
export function noteKeyPress(): void {
  lastAskedAt = performance.now();
}

function runDue(): void {
  const wait = restMs - (performance.now() - lastAskedAt);
  timer = wait > 1 ? setTimeout(runDue, wait) : undefined;
  if (timer !== undefined) return;
  const works = [...due];
  due.clear();
  startTransition(() => {
    for (const one of works) one();
  });
}

/**
 * Like `useValue`, for what stands beside the cells: it follows when the keys rest, and gives way to the next key while it is
 * drawn. Nobody looks there while they type, and a key must not wait for it. What acts on a value reads it when it acts.
 */
export function useLateValue<T>(value: Value<T>): T {
  const [shown, setShown] = useState(() => ({ value, now: value.get() }));
  useEffect(() => {
    const look = () => {
      const now = value.get();
      setShown((before) => (before.value === value && Object.is(before.now, now) ? before : { value, now }));
    };
    const ask = () => whenKeysRest(look);
    // It may have changed since it was drawn.
    look();
    const stop = value.subscribe(ask);
    lookers.add(look);
    return () => {
      stop();
      lookers.delete(look);
      due.delete(look);
    };
  }, [value]);
  return shown.value === value ? shown.now : value.get();
}
