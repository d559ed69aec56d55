/** A page that is not shown draws no frames; nobody waits for it longer than this. */
const longestWaitMs = 100;

export interface AfterFrame {
  /** Runs the work once the next frame has been handed over; asked again before that, once. */
  ask(): void;
  /** Runs it now if it was asked for. */
  now(): void;
}

/**
 * Work that a key asks for and that need not be seen in the same frame as the key itself: the key is shown first. Where there are
 * no frames it runs at once.
 */
export function afterFrame(work: () => void): AfterFrame {
  let isAsked = false;
  let frame = 0;
  let longest: ReturnType<typeof setTimeout> | undefined;
  const now = (): void => {
    if (!isAsked) return;
    isAsked = false;
    clearTimeout(longest);
    if (typeof cancelAnimationFrame === 'function') cancelAnimationFrame(frame);
    work();
  };
  return {
    now,
    ask() {
      if (isAsked) return;
      isAsked = true;
      if (typeof requestAnimationFrame !== 'function') return now();
      longest = setTimeout(now, longestWaitMs);
      frame = requestAnimationFrame(() => setTimeout(now));
    },
  };
}
