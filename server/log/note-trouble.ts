import { randomBytes } from 'node:crypto';
import { errorFacts } from './error-facts';
import type { Log } from './log';

/**
 * Something failed that nobody asked for at that moment: what runs by the clock, a thread between two jobs. It has a number as a request has,
 * by which a person and the log mean the same.
 *
 * @returns the number
 */
export function noteTrouble(log: Log, event: string, error: unknown, where: Record<string, unknown> = {}): string {
  const number = randomBytes(6).toString('hex');
  log.error({ number, ...where, error: errorFacts(error) }, event);
  return number;
}
