import type { Ack, OutboxEntry } from './entry';
import { inOrder, type OutboxStorage } from './outbox-storage';

/**
 * Changes that have not been answered for, kept a second time where writing takes no time: what is begun to be written into IndexedDB
 * while a page goes may never arrive. It is read at once as well, before the first figure of a page is shown.
 */
export interface Spare {
  /** In the order they were typed. */
  of(userId: string): OutboxEntry[];
  put(entry: OutboxEntry): void;
  remove(userId: string, changeId: string): void;
  /** What the server answered of this form a moment ago: a page drawn before the answer shows an older figure, and the disk is read too late. */
  answersOf(userId: string, filingId: string, now: number): Ack[];
  answer(userId: string, ack: Ack): void;
}

/** Longer than any page takes from being drawn by the server to being read; afterwards what the server draws knows of the answer. */
export const answerMs = 60_000;

/** Every change under a key of its own, so that two tabs never write the same one. */
export function spareKey({ userId, filingId, changeId }: Pick<OutboxEntry, 'userId' | 'filingId' | 'changeId'>): string {
  return `${spareKeyOf(userId)}${filingId}/${changeId}`;
}

export const spareKeyOf = (userId: string): string => `nianbao-spare/${userId}/`;
export const answerKeyOf = (userId: string, filingId: string): string => `nianbao-answer/${userId}/${filingId}/`;

/** In what the browser keeps by name (localStorage: on plain http too). One that is full or refused keeps nothing, and the disk is left. */
export function namedSpare(open: () => Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>): Spare {
  const tried = <T>(work: (kept: ReturnType<typeof open>) => T, otherwise: T): T => {
    try {
      return work(open());
    } catch {
      return otherwise;
    }
  };
  const keysUnder = (kept: ReturnType<typeof open>, prefix: string): string[] =>
    Array.from({ length: kept.length }, (_, at) => kept.key(at) ?? '').filter((key) => key.startsWith(prefix));
  const keysOf = (kept: ReturnType<typeof open>, userId: string): string[] => keysUnder(kept, spareKeyOf(userId));
  return {
    of: (userId) =>
      tried(
        (kept) =>
          inOrder(
            keysOf(kept, userId)
              .flatMap((key) => readEntry(kept.getItem(key)) ?? [])
              .filter((one) => one.userId === userId),
          ),
        [],
      ),
    put: (entry) => tried((kept) => kept.setItem(spareKey(entry), JSON.stringify(entry)), undefined),
    remove: (userId, changeId) =>
      tried((kept) => {
        for (const key of keysOf(kept, userId)) if (key.endsWith(`/${changeId}`)) kept.removeItem(key);
      }, undefined),
    answersOf: (userId, filingId, now) =>
      tried(
        (kept) =>
          keysUnder(kept, answerKeyOf(userId, filingId)).flatMap((key) => {
            const ack = readAck(kept.getItem(key));
            if (ack && now - ack.at < answerMs) return [ack];
            kept.removeItem(key);
            return [];
          }),
        [],
      ),
    answer: (userId, ack) =>
      tried((kept) => kept.setItem(`${answerKeyOf(userId, ack.filingId)}${ack.place}`, JSON.stringify(ack)), undefined),
  };
}

export const browserSpare = (): Spare => namedSpare(() => window.localStorage);

/**
 * A storage whose changes are in the spare first. What the disk never got is folded into it at the next start, once: a change leaves the
 * spare within the step in which it leaves the disk, so that one the disk lacks has never been there.
 */
export function storageWithSpare(disk: OutboxStorage, spare: Spare): OutboxStorage {
  return {
    get isDurable() {
      return disk.isDurable;
    },
    load: (userId) =>
      disk.change(userId, (state) => {
        const known = new Set(state.entries.map((entry) => entry.changeId));
        return { put: spare.of(userId).filter((entry) => !known.has(entry.changeId)), remove: [], acks: [] };
      }),
    write(write) {
      for (const entry of write.put) spare.put(entry);
      return disk.write(write);
    },
    change: (userId, decide) =>
      disk.change(userId, (state) => {
        const write = decide(state);
        for (const ack of write.acks) spare.answer(userId, ack);
        for (const changeId of write.remove) spare.remove(userId, changeId);
        // With nothing else to outlive the page, what became of a change is kept here too.
        if (!disk.isDurable) for (const entry of write.put) spare.put(entry);
        return write;
      }),
  };
}

function readEntry(kept: string | null): OutboxEntry | null {
  const entry = read(kept);
  return isEntry(entry) ? entry : null;
}

function readAck(kept: string | null): Ack | null {
  const ack = read(kept);
  return isEntry(ack) && 'at' in ack && typeof ack.at === 'number' ? (ack as unknown as Ack) : null;
}

function read(kept: string | null): unknown {
  try {
    return JSON.parse(kept ?? 'null');
  } catch {
    return null;
  }
}

function isEntry(value: unknown): value is OutboxEntry {
  return typeof value === 'object' && value !== null && 'changeId' in value && 'raw' in value && typeof value.raw === 'string';
}
