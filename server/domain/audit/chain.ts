import { contentHash } from './content-hash';
import type { EventFacts } from './event';

/** `prev` of the first event. */
export const genesisHash = '0'.repeat(64);

export interface ChainedEvent extends EventFacts {
  /** Gapless, from 1. */
  seq: number;
  prev: string;
  hash: string;
}

/** hash = SHA-256 of the canonical JSON of everything the event says, its number and its predecessor's hash among it. */
export function chainEvent(facts: EventFacts, seq: number, prev: string): ChainedEvent {
  return { ...facts, seq, prev, hash: contentHash({ ...facts, seq, prev }) };
}

export interface ChainFault {
  seq: number;
  fault: 'gap' | 'wrong_predecessor' | 'changed';
}

/**
 * Walks a chain in order. Feed it events one by one; `fault` of the first event that does not fit is returned by `add`.
 *
 * @param hashOf what the hash of an event has to be, for whoever reckons it faster
 */
export function chainVerifier(start: { seq: number; hash: string } = { seq: 0, hash: genesisHash }, hashOf = hashOfEvent) {
  let { seq, hash } = start;
  return {
    add(event: ChainedEvent): ChainFault | null {
      if (event.seq !== seq + 1) return { seq: event.seq, fault: 'gap' };
      if (event.prev !== hash) return { seq: event.seq, fault: 'wrong_predecessor' };
      if (hashOf(event) !== event.hash) return { seq: event.seq, fault: 'changed' };
      seq = event.seq;
      hash = event.hash;
      return null;
    },
    head: () => ({ seq, hash }),
  };
}

function hashOfEvent({ hash: _, ...rest }: ChainedEvent): string {
  return contentHash(rest);
}
