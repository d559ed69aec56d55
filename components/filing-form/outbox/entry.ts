/** The place of the unit's plain text among the cells of a filing. */
export const textPlace = 'text';

/** One change as a person made it, kept on this computer until the server has answered for it. */
export interface OutboxEntry {
  /** Made once per change; the server answers a repeated one instead of doing it again. */
  changeId: string;
  userId: string;
  filingId: string;
  /** A cell id, or `textPlace`. */
  place: string;
  raw: string;
  /** The version that was on the screen when it was typed (0: never filled). */
  baseVersion: number;
  /** The change of the same tab this one was typed over: the version that one gets becomes this one's base. */
  follows: string | null;
  typedAt: number;
  /** Written before the first request. From then on it may have arrived, and has to be asked about under its own id. */
  sentAt: number | null;
  /** It was part of a request that was refused as a whole: to be sent by itself, so that it does not hold up the others. */
  isAlone: boolean;
  problem: Problem | null;
}

/** Why an entry waits for its person instead of for the network. */
export type Problem =
  | { kind: 'conflict'; version: number; raw: string; savedAt: string }
  | { kind: 'refused'; code: string; sentence: { zh: string; en: string } };

/**
 * The newest the server said of a place: what a change typed meanwhile is based on, and how other tabs learn of it. One answer is kept per
 * place, so that of two in a row a tab may see the second only: that a change has its answer is known by its having left the outbox.
 */
export interface Ack {
  key: string;
  filingId: string;
  place: string;
  /** The change it answers; null: somebody else's text, told beside a conflict. */
  changeId: string | null;
  raw: string;
  version: number;
  /** When the answer came. */
  at: number;
}

export interface OutboxState {
  /** In the order they were typed. */
  entries: readonly OutboxEntry[];
  acks: ReadonlyMap<string, Ack>;
}

/** What has to be written to the storage, all or nothing. */
export interface OutboxWrite {
  put: readonly OutboxEntry[];
  remove: readonly string[];
  acks: readonly Ack[];
}

export function keyOf(entry: Pick<OutboxEntry, 'userId' | 'filingId' | 'place'>): string {
  return `${entry.userId}/${entry.filingId}/${entry.place}`;
}
