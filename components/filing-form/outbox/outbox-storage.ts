import type { Ack, OutboxEntry, OutboxState, OutboxWrite } from './entry';

/** Where the outbox lives. Each write is all or nothing; what was written is there after a crash when `isDurable`. */
export interface OutboxStorage {
  isDurable: boolean;
  load(userId: string): Promise<OutboxState>;
  /** Writes without reading first: what must be on its way to the disk before a page is gone. */
  write(write: OutboxWrite): Promise<void>;
  /**
   * Reads, decides and writes as one step: no other tab comes between, with locks or without.
   *
   * @param decide without effects of its own: it may be asked again
   * @returns what is stored then
   */
  change(userId: string, decide: (state: OutboxState) => OutboxWrite): Promise<OutboxState>;
}

/** What is stored after a write. */
export function written(state: OutboxState, { put, remove, acks }: OutboxWrite): OutboxState {
  const gone = new Set([...remove, ...put.map((entry) => entry.changeId)]);
  return {
    entries: inOrder([...state.entries.filter((entry) => !gone.has(entry.changeId)), ...put]),
    acks: new Map([...state.acks, ...acks.map((ack) => [ack.key, ack] as const)]),
  };
}

/** For a browser that refuses to store anything, and for tests: what is not sent is lost with the tab. */
export function memoryStorage(): OutboxStorage {
  const entries = new Map<string, OutboxEntry>();
  const acks = new Map<string, Ack>();
  const load = (userId: string): OutboxState => ({
    entries: inOrder([...entries.values()].filter((entry) => entry.userId === userId)),
    acks: new Map(acks),
  });
  const write = ({ put, remove, acks: newAcks }: OutboxWrite): void => {
    for (const changeId of remove) entries.delete(changeId);
    for (const entry of put) entries.set(entry.changeId, entry);
    for (const ack of newAcks) acks.set(ack.key, ack);
  };
  return {
    isDurable: false,
    load: async (userId) => load(userId),
    write: async (change) => write(change),
    async change(userId, decide) {
      write(decide(load(userId)));
      return load(userId);
    },
  };
}

/** Keeps in memory what the disk would not take (full, or closed under us), so that it is at least sent from this tab. */
export function forgivingStorage(disk: OutboxStorage): OutboxStorage {
  const spare = memoryStorage();
  const both = (onDisk: OutboxState, beside: OutboxState): OutboxState =>
    written(onDisk, { put: beside.entries, remove: [], acks: [...beside.acks.values()] });
  const isOnDisk = (write: OutboxWrite): Promise<void> =>
    spare.write({ put: [], remove: [...write.remove, ...write.put.map((entry) => entry.changeId)], acks: [] });
  const storage: OutboxStorage = {
    isDurable: disk.isDurable,
    async load(userId) {
      const [onDisk, beside] = await Promise.all([disk.load(userId).catch(() => spare.load(userId)), spare.load(userId)]);
      return both(onDisk, beside);
    },
    async write(write) {
      try {
        await disk.write(write);
        await isOnDisk(write);
      } catch {
        storage.isDurable = false;
        await spare.write(write);
      }
    },
    async change(userId, decide) {
      const beside = await spare.load(userId);
      let decided: OutboxWrite = { put: [], remove: [], acks: [] };
      try {
        const onDisk = await disk.change(userId, (state) => {
          decided = decide(both(state, beside));
          return decided;
        });
        await isOnDisk(decided);
        return both(onDisk, await spare.load(userId));
      } catch {
        storage.isDurable = false;
        await spare.write(decide(await storage.load(userId)));
        return storage.load(userId);
      }
    },
  };
  return storage;
}

export function inOrder(entries: readonly OutboxEntry[]): OutboxEntry[] {
  return [...entries].sort((a, b) => a.typedAt - b.typedAt);
}
