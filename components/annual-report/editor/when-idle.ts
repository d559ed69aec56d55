/** Runs the work when the browser has nothing else to do, a frame for a key above all; at the latest after so many ms. */
export function whenIdle(work: () => void, longestMs: number): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: longestMs });
  else setTimeout(work, 0);
}
