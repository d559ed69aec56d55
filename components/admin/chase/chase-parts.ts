import { refusalOf } from '../../trpc-client';
import type { Tellable } from './tellable';

/** As many as the server takes at once. */
export const atOnce = 200;

interface Told {
  chased: number;
  notChased: { unitName: string; why: 'sent' | 'no_clerk' }[];
}

export interface Sent extends Told {
  /** The filings that were asked about and answered: nothing is left to do for them. */
  done: string[];
  /** Why it went no further. */
  failure: { error: unknown } | null;
}

/**
 * Chases part by part, as many as are taken at once. Those before a part that fails have been told: what came of them is not lost with it.
 *
 * @param again the filings that are meant once more
 */
export async function chaseInParts(
  picked: readonly Tellable[],
  again: ReadonlySet<string>,
  send: (part: { filingIds: string[]; again: string[] }) => Promise<Told>,
): Promise<Sent> {
  const all: Sent = { chased: 0, notChased: [], done: [], failure: null };
  for (let from = 0; from < picked.length; from += atOnce) {
    const filingIds = picked.slice(from, from + atOnce).map((unit) => unit.filingId);
    try {
      const { chased, notChased } = await send({ filingIds, again: filingIds.filter((id) => again.has(id)) });
      all.chased += chased;
      all.notChased.push(...notChased);
      all.done.push(...filingIds);
    } catch (error) {
      all.failure = { error };
      return all;
    }
  }
  return all;
}

/** The filings of which a refusal says that somebody has just chased them, whatever the page knew. */
export function justChasedIn(error: unknown): string[] {
  const refusal = refusalOf(error);
  const { filingIds } = ((refusal?.code === 'conflict' ? refusal.details : null) as { filingIds?: string[] } | null) ?? {};
  return filingIds ?? [];
}
