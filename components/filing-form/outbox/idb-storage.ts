import { type DBSchema, type IDBPTransaction, openDB } from 'idb';
import type { Ack, OutboxEntry, OutboxState, OutboxWrite } from './entry';
import { inOrder, memoryStorage, type OutboxStorage, storageWithFallback, written } from './outbox-storage';

interface OutboxDb extends DBSchema {
  entries: { key: string; value: OutboxEntry; indexes: { user: string } };
  acks: { key: string; value: Ack };
}

/** The outbox in IndexedDB; in memory where the browser refuses one (private windows, blocked site data). */
export async function openOutboxStorage(): Promise<OutboxStorage> {
  try {
    return storageWithFallback(await idbStorage());
  } catch {
    return memoryStorage();
  }
}

async function idbStorage(): Promise<OutboxStorage> {
  const db = await openDB<OutboxDb>('nianbao-outbox', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('entries', { keyPath: 'changeId' }).createIndex('user', 'userId');
      fresh.createObjectStore('acks', { keyPath: 'key' });
    },
  });
  const open = () => db.transaction(stores, 'readwrite', { durability: 'strict' });
  return {
    isDurable: true,
    async load(userId) {
      const tx = db.transaction(stores);
      const [state] = await Promise.all([read(tx, userId), tx.done]);
      return state;
    },
    async write(write) {
      const tx = open();
      await Promise.all([...put(tx, write), tx.done]);
    },
    async change(userId, decide) {
      const tx = open();
      // Without an await of anything else in between: a transaction that has nothing to do is closed.
      const work = read(tx, userId).then(async (state) => {
        const write = decide(state);
        await Promise.all(put(tx, write));
        return written(state, write);
      });
      const [state] = await Promise.all([work, tx.done]);
      return state;
    },
  };
}

const stores = ['entries', 'acks'] as const;
type Reading = IDBPTransaction<OutboxDb, typeof stores, 'readonly' | 'readwrite'>;
type Writing = IDBPTransaction<OutboxDb, typeof stores, 'readwrite'>;

async function read(tx: Reading, userId: string): Promise<OutboxState> {
  const [entries, acks] = await Promise.all([
    tx.objectStore('entries').index('user').getAll(userId),
    tx.objectStore('acks').getAll(IDBKeyRange.bound(`${userId}/`, `${userId}/\uffff`)),
  ]);
  return { entries: inOrder(entries), acks: new Map(acks.map((ack) => [ack.key, ack])) };
}

function put(tx: Writing, { put, remove, acks }: OutboxWrite): Promise<unknown>[] {
  const entries = tx.objectStore('entries');
  const ackStore = tx.objectStore('acks');
  return [
    ...remove.map((changeId) => entries.delete(changeId)),
    ...put.map((entry) => entries.put(entry)),
    ...acks.map((ack) => ackStore.put(ack)),
  ];
}
