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
export function storageWithFallback(disk: OutboxStorage): OutboxStorage {
  const spare = memoryStorage();
  /** What the disk held when it could last be read: it is still there, and still on its way. */
  let lastRead: OutboxState = { entries: [], acks: new Map() };
  /** What has left the outbox while the disk would not hear of it. */
  const gone = new Set<string>();

  const read = (state: OutboxState): OutboxState => {
    lastRead = state;
    return state;
  };
  const withSpare = (onDisk: OutboxState, beside: OutboxState): OutboxState => {
    const entries = onDisk.entries.filter((entry) => !gone.has(entry.changeId));
    const acks = [...beside.acks.values()].filter((ack) => ack.at >= (onDisk.acks.get(ack.key)?.at ?? 0));
    return written({ ...onDisk, entries }, { put: beside.entries, remove: [], acks });
  };
  async function isOnDisk({ put, remove }: OutboxWrite): Promise<void> {
    const ids = [...remove, ...put.map((entry) => entry.changeId)];
    for (const changeId of ids) gone.delete(changeId);
    await spare.write({ put: [], remove: ids, acks: [] });
  }
  async function isNotOnDisk(write: OutboxWrite): Promise<void> {
    storage.isDurable = false;
    for (const changeId of write.remove) gone.add(changeId);
    await spare.write(write);
  }

  const storage: OutboxStorage = {
    isDurable: disk.isDurable,
    async load(userId) {
      const onDisk = await disk.load(userId).then(read, () => lastRead);
      return withSpare(onDisk, await spare.load(userId));
    },
    async write(write) {
      try {
        await disk.write(write);
      } catch {
        return isNotOnDisk(write);
      }
      await isOnDisk(write);
    },
    async change(userId, decide) {
      const beside = await spare.load(userId);
      let decided: OutboxWrite = { put: [], remove: [], acks: [] };
      try {
        read(
          await disk.change(userId, (state) => {
            decided = decide(withSpare(state, beside));
            return decided;
          }),
        );
        await isOnDisk(decided);
      } catch {
        await isNotOnDisk(decide(await storage.load(userId)));
        return storage.load(userId);
      }
      return withSpare(lastRead, await spare.load(userId));
    },
  };
  return storage;
}

export function inOrder(entries: readonly OutboxEntry[]): OutboxEntry[] {
  return [...entries].sort((a, b) => a.typedAt - b.typedAt);
}
