/** A time code stands for a stretch of half a minute, counted from 1970. @source RFC 6238, 4.1 */
export const stepSeconds = 30;

/** Clocks of telephones stand apart from the server's, and typing takes time. @source RFC 6238, 5.2: one step of delay */
const window = 1;

/** The number of the step that a moment lies in. */
export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / 1000 / stepSeconds);
}

/**
 * Steps whose codes are taken at this moment: this one, the one before it and the one after, as far as they are later than the last that was
 * used. A code that was used, or one older than it, is never taken again.
 *
 * @param lastUsed null: none was used
 * @source RFC 6238, 5.2: the verifier must not accept the second attempt of the OTP
 */
export function takenSteps(now: Date, lastUsed: number | null): number[] {
  const here = stepAt(now);
  return [here, here - window, here + window].filter((step) => lastUsed === null || step > lastUsed);
}
