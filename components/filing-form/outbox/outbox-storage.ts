import type { Ack, OutboxEntry, OutboxState, OutboxWrite } from './entry';

/** Where the outbox lives. Each write is all or nothing; what was written is there after a crash when `isDurable`. */
export interface OutboxStorage {
  isDurable: boolean;
  load(userId: string): Promise<OutboxState>;
  write(write: OutboxWrite): Promise<void>;
}

/** For a browser that refuses to store anything, and for tests: what is not sent is lost with the tab. */
export function memoryStorage(): OutboxStorage {
  const entries = new Map<string, OutboxEntry>();
  const acks = new Map<string, Ack>();
  return {
    isDurable: false,
    async load(userId) {
      return { entries: inOrder([...entries.values()].filter((entry) => entry.userId === userId)), acks: new Map(acks) };
    },
    async write({ put, remove, acks: newAcks }) {
      for (const changeId of remove) entries.delete(changeId);
      for (const entry of put) entries.set(entry.changeId, entry);
      for (const ack of newAcks) acks.set(ack.key, ack);
    },
  };
}

/** Keeps in memory what the disk would not take (full, or closed under us), so that it is at least sent from this tab. */
export function forgivingStorage(disk: OutboxStorage): OutboxStorage {
  const spare = memoryStorage();
  const storage: OutboxStorage = {
    isDurable: disk.isDurable,
    async load(userId) {
      const [a, b] = await Promise.all([disk.load(userId).catch(() => spare.load(userId)), spare.load(userId)]);
      const kept = new Set(b.entries.map((entry) => entry.changeId));
      return {
        entries: inOrder([...a.entries.filter((entry) => !kept.has(entry.changeId)), ...b.entries]),
        acks: new Map([...a.acks, ...b.acks]),
      };
    },
    async write(write) {
      try {
        await disk.write(write);
        await spare.write({ put: [], remove: [...write.remove, ...write.put.map((entry) => entry.changeId)], acks: [] });
      } catch {
        storage.isDurable = false;
        await spare.write(write);
      }
    },
  };
  return storage;
}

export function inOrder(entries: readonly OutboxEntry[]): OutboxEntry[] {
  return [...entries].sort((a, b) => a.typedAt - b.typedAt);
}
