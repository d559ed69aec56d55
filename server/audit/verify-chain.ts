import { hash } from 'node:crypto';
import type { Reader } from '@/db/store';
import { eventsAfter as eventsAfterHere } from '@/db/store/log-rows';
import { type ChainedEvent, type ChainFault, chainVerifier } from '@/server/domain/audit';
import { eventText } from './event-text';
import type { VerifiedPoint } from './verified-point';

/** A link of the chain that was kept elsewhere: by its number and hash, or by its hash alone. */
export interface KeptHead {
  seq: number | null;
  hash: string;
  /** `event`: the hash of a link. `content`: of an edition, which the log names in the event that finalised it. */
  of: 'event' | 'content';
  /** Where it was kept, for the answer. */
  from: string;
}

export type JudgedHead = KeptHead & { found: boolean };

export interface ChainVerdict {
  /** The events up to this one were verified before and were not walked; 0: the whole log was. */
  since: number;
  /** Up to the last link that fits. */
  events: number;
  /** The hash of the last link that fits. */
  head: string;
  /** The first event that does not fit. */
  fault: ChainFault | null;
  /** Every head that was given, and whether it stands in the chain. */
  heads: JudgedHead[];
}

const pageSize = 1_000;

/**
 * Walks the whole chain, a page at a time. A head that was kept elsewhere shows a cut tail, or a chain that was made anew from the start,
 * which the chain alone does not.
 *
 * @param visit is handed each event that fits
 * @param since a link that was reached before: the walk goes on there, once it is seen that it stands in the log
 * @param eventsAfter reads a page of the log, where another version of the program keeps it
 */
export async function verifyChain(
  reader: Reader,
  heads: readonly KeptHead[] = [],
  visit: (event: ChainedEvent) => void = () => {},
  since: VerifiedPoint | null = null,
  eventsAfter = eventsAfterHere,
): Promise<ChainVerdict> {
  const chain = chainVerifier(since ?? undefined, (event) => digestHere(eventText(event)));
  const byHash = new Set(heads.map((head) => head.hash));
  const found = new Map<string, number>();
  const contents = new Set<string>();
  const verdict = (fault: ChainFault | null): ChainVerdict => {
    const { seq, hash: head } = chain.head();
    const stands = (kept: KeptHead) =>
      kept.of === 'content' ? contents.has(kept.hash) : found.has(kept.hash) && (kept.seq === null || found.get(kept.hash) === kept.seq);
    return { since: since?.seq ?? 0, events: seq, head, fault, heads: heads.map((kept) => ({ ...kept, found: stands(kept) })) };
  };
  if (since?.seq) {
    const [at] = await eventsAfter(reader, since.seq - 1, 1);
    if (at?.seq === since.seq && at.hash === since.hash) found.set(at.hash, at.seq);
  }
  for (;;) {
    const page = await eventsAfter(reader, chain.head().seq, pageSize);
    for (const event of page) {
      const fault = chain.add(event);
      if (fault) return verdict(fault);
      if (byHash.has(event.hash)) found.set(event.hash, event.seq);
      const content = contentIn(event);
      if (content !== null && byHash.has(content)) contents.add(content);
      visit(event);
    }
    if (page.length < pageSize) return verdict(null);
  }
}

function contentIn({ kind, payload }: ChainedEvent): string | null {
  return (kind === 'report.finalised' || kind === 'report.imported') && 'hash' in payload ? payload.hash : null;
}

/** SHA-256 in hex. */
export function digestHere(text: string): string {
  return hash('sha256', text);
}
