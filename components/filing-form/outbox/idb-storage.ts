import { type DBSchema, openDB } from 'idb';
import type { Ack, OutboxEntry } from './entry';
import { forgivingStorage, inOrder, memoryStorage, type OutboxStorage } from './outbox-storage';

interface OutboxDb extends DBSchema {
  entries: { key: string; value: OutboxEntry; indexes: { user: string } };
  acks: { key: string; value: Ack };
}

/** The outbox in IndexedDB; in memory where the browser refuses one (private windows, blocked site data). */
export async function openOutboxStorage(): Promise<OutboxStorage> {
  try {
    return forgivingStorage(await idbStorage());
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
  return {
    isDurable: true,
    async load(userId) {
      const tx = db.transaction(['entries', 'acks']);
      const [entries, acks] = await Promise.all([
        tx.objectStore('entries').index('user').getAll(userId),
        tx.objectStore('acks').getAll(IDBKeyRange.bound(`${userId}/`, `${userId}/\uffff`)),
        tx.done,
      ]);
      return { entries: inOrder(entries), acks: new Map(acks.map((ack) => [ack.key, ack])) };
    },
    async write({ put, remove, acks }) {
      const tx = db.transaction(['entries', 'acks'], 'readwrite', { durability: 'strict' });
      const entries = tx.objectStore('entries');
      const ackStore = tx.objectStore('acks');
      await Promise.all([
        ...remove.map((changeId) => entries.delete(changeId)),
        ...put.map((entry) => entries.put(entry)),
        ...acks.map((ack) => ackStore.put(ack)),
        tx.done,
      ]);
    },
  };
}
