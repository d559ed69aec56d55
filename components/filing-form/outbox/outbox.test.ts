import { expect, test } from 'vitest';
import { type Ack, keyOf, type OutboxEntry } from './entry';
import { createOutbox, delayAfter, type NewChange, type Outbox, type Reply } from './outbox';
import { memoryStorage, type OutboxStorage, storageWithFallback } from './outbox-storage';
import { settleAnswered } from './settle';
import { anEntry } from './testing/an-entry';

/** A server with versions, which can be cut off before or after it has stored. */
function aServer() {
  const cells = new Map<string, { raw: string; version: number }>();
  const done = new Map<string, number>();
  const server = {
    cells,
    requests: 0,
    next: [] as ('lose_request' | 'lose_answer' | 'signed_out' | 'refuse')[],
    refused: null as string | null,
    receive(batch: readonly OutboxEntry[]): Reply {
      server.requests += 1;
      const trouble = server.next.shift();
      if (trouble === 'lose_request') return { kind: 'lost' };
      if (trouble === 'signed_out') return { kind: 'signed_out' };
      if (server.refused && batch.some((entry) => entry.place === server.refused))
        return { kind: 'refused', code: 'invalid', sentence: { zh: '不行', en: 'no' } };
      const answers = batch.map((entry) => {
        const { changeId } = entry;
        const before = done.get(changeId);
        if (before !== undefined) return { changeId, outcome: 'same' as const, version: before };
        const stored = cells.get(entry.place) ?? { raw: '', version: 0 };
        if (stored.version !== entry.baseVersion) return { changeId, outcome: 'conflict' as const, ...stored, savedAt: 't' };
        cells.set(entry.place, { raw: entry.raw, version: stored.version + 1 });
        done.set(changeId, stored.version + 1);
        return { changeId, outcome: 'saved' as const, version: stored.version + 1 };
      });
      return trouble === 'lose_answer' ? { kind: 'lost' } : { kind: 'answered', answers };
    },
  };
  return server;
}

/** It can be read, and takes nothing. */
function aFullDisk(): OutboxStorage {
  const full = async () => Promise.reject(new Error('quota'));
  return { ...memoryStorage(), isDurable: true, write: full, change: full };
}

let ids = 0;

function aTab(server: ReturnType<typeof aServer>, storage: OutboxStorage, userId = 'clerk') {
  const timers: (() => void)[] = [];
  const acks: Ack[] = [];
  let clock = 1_000;
  let told = 0;
  const outbox: Outbox = createOutbox({
    userId,
    storage,
    send: async (batch) => server.receive(batch),
    alone: (work) => work(),
    tellTabs: () => {
      told += 1;
    },
    now: () => clock++,
    random: () => 0,
    newId: () => `id${++ids}`,
    later: (_ms, work) => {
      timers.push(work);
      return () => timers.splice(timers.indexOf(work), 1);
    },
  });
  outbox.onAck((ack) => acks.push(ack));
  return { outbox, acks, timers, told: () => told, settled: () => new Promise((resolve) => setTimeout(resolve, 5)) };
}

const change = (raw: string, over: Partial<NewChange> = {}): NewChange => ({
  filingId: 'f',
  place: 'a',
  raw,
  baseVersion: 0,
  follows: null,
  ...over,
});

test('what an earlier visit left is known as soon as the outbox is open', async () => {
  const server = aServer();
  const storage = memoryStorage();
  server.next = ['lose_request'];
  const earlier = aTab(server, storage);
  earlier.outbox.add(change('5'));
  await earlier.settled();
  server.next = ['signed_out'];
  const later = aTab(server, storage);
  await later.outbox.open();
  expect(later.outbox.status.get().entries).toMatchObject([{ place: 'a', raw: '5' }]);
});

test('a change leaves the outbox when the server has answered for it, and not before', async () => {
  const server = aServer();
  const tab = aTab(server, memoryStorage());
  tab.outbox.add(change('5'));
  expect(tab.outbox.status.get().entries).toHaveLength(1);
  await tab.settled();
  expect(tab.outbox.status.get().entries).toEqual([]);
  expect(server.cells.get('a')).toEqual({ raw: '5', version: 1 });
  expect(tab.acks).toMatchObject([{ place: 'a', raw: '5', version: 1 }]);
});

test('a request that is lost is tried again later, and the mark says offline until then', async () => {
  const server = aServer();
  server.next = ['lose_request'];
  const tab = aTab(server, memoryStorage());
  tab.outbox.add(change('5'));
  await tab.settled();
  expect(tab.outbox.status.get()).toMatchObject({ connection: 'offline', entries: [{ raw: '5' }] });
  tab.timers[0]?.();
  await tab.settled();
  expect(tab.outbox.status.get()).toMatchObject({ connection: 'ok', entries: [] });
});

test('tries come further and further apart, spread over half of the time, and at least once a minute', () => {
  expect([1, 2, 3, 4].map((failures) => delayAfter(failures, 1))).toEqual([1_000, 2_000, 4_000, 8_000]);
  expect([1, 2, 3, 4].map((failures) => delayAfter(failures, 0))).toEqual([500, 1_000, 2_000, 4_000]);
  expect(delayAfter(60, 1)).toBe(60_000);
});

test('a disk that takes nothing is said: the outbox no longer claims to keep anything', async () => {
  const full = aFullDisk();
  const server = aServer();
  server.next = ['lose_request'];
  const tab = aTab(server, storageWithFallback(full));
  expect(tab.outbox.status.get().isDurable).toBe(true);
  tab.outbox.add(change('5'));
  await tab.settled();
  expect(tab.outbox.status.get()).toMatchObject({ isDurable: false, connection: 'offline', entries: [{ raw: '5' }] });
});

test('an answer that is lost does not store the change twice, and what was typed on top follows it', async () => {
  const server = aServer();
  server.next = ['lose_answer'];
  const storage = memoryStorage();
  const tab = aTab(server, storage);
  const first = tab.outbox.add(change('5'));
  await tab.settled();
  tab.outbox.add(change('56', { follows: first.changeId }));
  await tab.settled();
  expect(server.cells.get('a')).toEqual({ raw: '56', version: 2 });
  expect(tab.outbox.status.get().entries).toEqual([]);
});

test('after a crash the next tab sends what the first one left', async () => {
  const server = aServer();
  server.next = ['lose_request'];
  const storage = memoryStorage();
  const before = aTab(server, storage);
  for (const place of ['a', 'b', 'c', 'd', 'e']) before.outbox.add(change('7', { place }));
  await before.settled();
  server.next = [];
  const after = aTab(server, storage);
  after.outbox.wake();
  await after.settled();
  expect([...server.cells.values()]).toEqual(Array(5).fill({ raw: '7', version: 1 }));
  expect(after.outbox.status.get().entries).toEqual([]);
});

test('another person on the same computer never sends it', async () => {
  const server = aServer();
  server.next = ['signed_out'];
  const storage = memoryStorage();
  const mine = aTab(server, storage, 'clerk');
  mine.outbox.add(change('5'));
  await mine.settled();
  expect(mine.outbox.status.get().connection).toBe('signed_out');
  const theirs = aTab(server, storage, 'somebody else');
  theirs.outbox.wake();
  await theirs.settled();
  expect(server.cells.size).toBe(0);
  mine.outbox.wake();
  await mine.settled();
  expect(server.cells.get('a')?.raw).toBe('5');
});

test('signed out, then signed in again in another tab which sends what waited: nobody is asked to sign in for nothing', async () => {
  const server = aServer();
  const storage = memoryStorage();
  server.next = ['signed_out'];
  const first = aTab(server, storage);
  first.outbox.add(change('4'));
  await first.settled();
  expect(first.outbox.status.get().connection).toBe('signed_out');

  const beside = aTab(server, storage);
  await beside.outbox.open();
  await beside.settled();
  expect(server.cells.get('a')).toEqual({ raw: '4', version: 1 });

  first.outbox.wake();
  await first.settled();
  expect(first.outbox.status.get()).toMatchObject({ entries: [], connection: 'ok' });
  expect(first.acks.map(({ version }) => version)).toEqual([1]);
});

test('a conflict waits for its person: mine on top, or given up', async () => {
  const server = aServer();
  server.cells.set('a', { raw: '9', version: 3 });
  server.cells.set('b', { raw: '8', version: 3 });
  const tab = aTab(server, memoryStorage());
  const mine = tab.outbox.add(change('5', { baseVersion: 2 }));
  const given = tab.outbox.add(change('6', { place: 'b', baseVersion: 2 }));
  await tab.settled();
  expect(tab.outbox.status.get().entries.map((entry) => entry.problem)).toMatchObject([{ raw: '9' }, { raw: '8' }]);
  expect(server.cells.get('a')?.raw).toBe('9');
  tab.outbox.sendAgain(mine.changeId);
  tab.outbox.discard(given.changeId);
  await tab.settled();
  expect(server.cells.get('a')).toEqual({ raw: '5', version: 4 });
  expect(server.cells.get('b')).toEqual({ raw: '8', version: 3 });
  expect(tab.outbox.status.get().entries).toEqual([]);
});

test('in a conflict the other text is told to whoever shows the cell, and a choice is told to the other tabs', async () => {
  const server = aServer();
  server.cells.set('a', { raw: '9', version: 3 });
  const tab = aTab(server, memoryStorage());
  const mine = tab.outbox.add(change('5', { baseVersion: 2 }));
  await tab.settled();
  expect(tab.acks).toMatchObject([{ place: 'a', raw: '9', version: 3, changeId: null }]);
  const before = tab.told();
  tab.outbox.discard(mine.changeId);
  await tab.settled();
  expect(tab.told()).toBe(before + 1);
});

test('a choice made in two tabs: the change is on its way again, and a card that is out of date does not take it out of the outbox', async () => {
  const server = aServer();
  server.cells.set('a', { raw: '9', version: 3 });
  const storage = memoryStorage();
  const [one, two] = [aTab(server, storage), aTab(server, storage)];
  const mine = one.outbox.add(change('5', { baseVersion: 2 }));
  await one.settled();
  await two.outbox.open();
  server.next = ['lose_answer'];
  one.outbox.sendAgain(mine.changeId);
  await one.settled();
  expect(two.outbox.status.get().entries).toMatchObject([{ problem: { kind: 'conflict' } }]);
  two.outbox.discard(mine.changeId);
  await two.settled();
  expect(server.cells.get('a')).toEqual({ raw: '5', version: 4 });
  expect(two.acks.at(-1)).toMatchObject({ raw: '5', version: 4, changeId: mine.changeId });
  expect(two.outbox.status.get().entries).toEqual([]);
});

test('an answer that comes late does not hide a newer one; after a practice was cleared the versions begin anew', () => {
  const at = (version: number, known: { version: number; at: number }) => {
    const sent = anEntry({ changeId: 'c1', raw: '5', baseVersion: version - 1 });
    const ack: Ack = { key: keyOf(sent), filingId: sent.filingId, place: sent.place, changeId: 'c0', raw: '4', ...known };
    const state = { entries: [sent], acks: new Map([[ack.key, ack]]) };
    return settleAnswered(state, { batch: [sent], askedAt: 100 }, [{ changeId: 'c1', outcome: 'saved', version }], 120);
  };
  expect(at(3, { version: 2, at: 110 }).acks).toMatchObject([{ changeId: 'c1', version: 3 }]);
  expect(at(2, { version: 3, at: 110 })).toMatchObject({ acks: [], remove: ['c1'] });
  expect(at(1, { version: 3, at: 90 }).acks).toMatchObject([{ changeId: 'c1', version: 1 }]);
});

test('one refused change does not hold up the others', async () => {
  const server = aServer();
  server.refused = 'b';
  server.next = ['signed_out'];
  const tab = aTab(server, memoryStorage());
  for (const place of ['a', 'b', 'c']) tab.outbox.add(change('1', { place }));
  await tab.settled();
  tab.outbox.wake();
  await tab.settled();
  expect([...server.cells.keys()].sort()).toEqual(['a', 'c']);
  expect(tab.outbox.status.get().entries).toMatchObject([{ place: 'b', problem: { kind: 'refused' } }]);
});

test('a disk that takes nothing more does not stop the sending', async () => {
  const full = aFullDisk();
  const server = aServer();
  const tab = aTab(server, storageWithFallback(full));
  tab.outbox.add(change('5'));
  await tab.settled();
  expect(server.cells.get('a')?.raw).toBe('5');
  expect(tab.outbox.status.get().entries).toEqual([]);
});

test('a disk that was filled up later still holds a change that has its answer: it is not sent again and again', async () => {
  const disk = memoryStorage();
  await disk.write({ put: [anEntry({ changeId: 'c1', place: 'a', raw: '5' })], remove: [], acks: [] });
  const server = aServer();
  const tab = aTab(server, storageWithFallback({ ...aFullDisk(), load: disk.load }));
  tab.outbox.wake();
  await tab.settled();
  expect(server.requests).toBe(1);
  expect(tab.outbox.status.get()).toMatchObject({ entries: [], isDurable: false });
});

test('a disk that is closed under us: what it held is still shown, and sent', async () => {
  const disk = memoryStorage();
  let isClosed = false;
  const whileOpen = <T>(work: () => Promise<T>): Promise<T> => (isClosed ? Promise.reject(new Error('closed')) : work());
  const storage = storageWithFallback({
    isDurable: true,
    load: (userId) => whileOpen(() => disk.load(userId)),
    write: (write) => whileOpen(() => disk.write(write)),
    change: (userId, decide) => whileOpen(() => disk.change(userId, decide)),
  });
  const server = aServer();
  server.next = ['lose_request', 'lose_request'];
  const tab = aTab(server, storage);
  tab.outbox.add(change('5'));
  await tab.settled();
  isClosed = true;
  tab.outbox.wake();
  await tab.settled();
  expect(tab.outbox.status.get()).toMatchObject({ entries: [{ raw: '5' }], isDurable: false });
  tab.outbox.wake();
  await tab.settled();
  expect([server.cells.get('a')?.raw, tab.outbox.status.get().entries]).toEqual(['5', []]);
});

test('whatever is lost on the way, the server ends with what was typed last, each change once', async () => {
  let seed = 7;
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  const server = aServer();
  const tab = aTab(server, memoryStorage());
  const last = new Map<string, { raw: string; changeId: string }>();
  for (let index = 0; index < 300; index += 1) {
    const place = `p${Math.floor(random() * 12)}`;
    if (random() < 0.4) server.next.push(random() < 0.5 ? 'lose_request' : 'lose_answer');
    const tail = last.get(place);
    const isOpen = tail && tab.outbox.status.get().entries.some((entry) => entry.changeId === tail.changeId);
    const { changeId } = tab.outbox.add(
      change(String(index), { place, baseVersion: server.cells.get(place)?.version ?? 0, follows: isOpen ? tail.changeId : null }),
    );
    last.set(place, { raw: String(index), changeId });
    if (random() < 0.3) await tab.settled();
  }
  server.next = [];
  tab.outbox.wake();
  await tab.settled();
  expect(tab.outbox.status.get().entries).toEqual([]);
  for (const [place, { raw }] of last) expect(server.cells.get(place)?.raw).toBe(raw);
});
