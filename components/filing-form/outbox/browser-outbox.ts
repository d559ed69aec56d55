import type { TRPCClient } from '@trpc/client';
import type { AppRouter } from '@/server/api/root';
import { newId } from '../../ui/new-id';
import { openOutboxStorage } from './idb-storage';
import { createOutbox, type Outbox } from './outbox';
import type { OutboxStorage } from './outbox-storage';
import { sendBatch } from './send-batch';
import { browserSpare, storageWithSpare } from './spare';

/** `outbox` takes changes at once; what earlier visits left in it is known when it is `opened`. */
export interface OpenedOutbox {
  outbox: Outbox;
  opened: Promise<Outbox>;
}

const outboxes = new Map<string, OpenedOutbox>();

/** The outbox of a person in this tab. It outlives the page that opened it, so that leaving the form does not stop the sending. */
export function openOutbox(userId: string, client: TRPCClient<AppRouter>): OpenedOutbox {
  const open = outboxes.get(userId) ?? newOutbox(userId, client);
  outboxes.set(userId, open);
  return open;
}

function newOutbox(userId: string, client: TRPCClient<AppRouter>): OpenedOutbox {
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`nianbao-outbox-${userId}`);
  const outbox = createOutbox({
    userId,
    storage: storageWithSpare(onceOpen(openOutboxStorage()), browserSpare()),
    send: (batch) => sendBatch(client, batch),
    alone: (work) => alone(`nianbao-outbox-${userId}`, work),
    tellTabs: () => channel?.postMessage('changed'),
    now: () => Date.now(),
    random: () => Math.random(),
    newId,
    later(ms, work) {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
  });
  channel?.addEventListener('message', () => outbox.wake());
  window.addEventListener('online', () => outbox.wake());
  window.addEventListener('focus', () => outbox.status.get().connection !== 'ok' && outbox.wake());
  return { outbox, opened: outbox.open().then(() => outbox) };
}

/** A storage that takes its work while it is being opened. */
function onceOpen(opening: Promise<OutboxStorage>): OutboxStorage {
  let storage: OutboxStorage | null = null;
  void opening.then((opened) => {
    storage = opened;
  });
  return {
    get isDurable() {
      return storage?.isDurable ?? true;
    },
    load: async (userId) => (await opening).load(userId),
    write: async (write) => (storage ?? (await opening)).write(write),
    change: async (userId, decide) => (await opening).change(userId, decide),
  };
}

/**
 * One sender per browser. Where the browser has no locks (plain http on an office network has none) two tabs may send the
 * same change; the server answers the second without doing it again.
 */
function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks: LockManager | undefined = navigator.locks;
  return locks ? locks.request(name, work) : work();
}
