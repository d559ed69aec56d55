/** How long is waited after the first try that failed, the second, and so on; after as many tries it is given up and an administrator is shown it. */
export const pausesMinutes = [1, 5, 15, 60, 180, 720, 1440] as const;

/** @param tries how many were begun @returns when the next is due; null: it is given up */
export function nextTry(tries: number, now: Date): Date | null {
  const minutes = pausesMinutes[tries - 1];
  return minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000);
}
