import { expect, test } from 'vitest';
import { namedInMemory } from '../testing/named-in-memory';
import type { OutboxWrite } from './entry';
import { memoryStorage, type OutboxStorage, storageWithFallback } from './outbox-storage';
import { namedSpare, storageWithSpare } from './spare';
import { anEntry } from './testing/an-entry';

const putting = (...put: OutboxWrite['put']): OutboxWrite => ({ put, remove: [], acks: [] });
const ids = async (storage: OutboxStorage, userId = 'clerk') => (await storage.load(userId)).entries.map((entry) => entry.changeId);
/** A disk that is asked and never answers: the page is gone before. */
const tooSlow = (): OutboxStorage => ({ ...memoryStorage(), write: () => new Promise(() => {}) });

test('what the disk never got is there at the next start, once, and for its person only', async () => {
  const spare = namedInMemory();
  const disk = memoryStorage();
  void storageWithSpare(tooSlow(), spare).write(putting(anEntry({ changeId: 'a', userId: 'clerk' })));
  void storageWithSpare(tooSlow(), spare).write(putting(anEntry({ changeId: 'b', userId: 'colleague' })));
  expect(await ids(storageWithSpare(disk, spare))).toEqual(['a']);
  expect(await ids(storageWithSpare(disk, spare))).toEqual(['a']);
  expect(await ids(storageWithSpare(disk, spare), 'colleague')).toContain('b');
});

test('what has left the disk does not come back from the spare, whichever tab took it out', async () => {
  const spare = namedInMemory();
  const disk = memoryStorage();
  await storageWithSpare(disk, spare).write(putting(anEntry({ changeId: 'a', userId: 'clerk' })));
  await storageWithSpare(disk, spare).change('clerk', () => ({ put: [], remove: ['a'], acks: [] }));
  expect(spare.of('clerk')).toEqual([]);
  expect(await ids(storageWithSpare(disk, spare))).toEqual([]);
});

test('a disk that is full: the next start has it from the spare', async () => {
  const spare = namedInMemory();
  const full: OutboxStorage = { ...memoryStorage(), write: () => Promise.reject(new Error('full')) };
  await storageWithSpare(storageWithFallback(full), spare).write(putting(anEntry({ changeId: 'a', userId: 'clerk' })));
  expect(await ids(storageWithSpare(storageWithFallback(memoryStorage()), spare))).toEqual(['a']);
});

test('a spare that is full, refused or unreadable leaves the disk to its work', async () => {
  for (const spare of [
    namedInMemory(0),
    namedSpare(() => {
      throw new Error('refused');
    }),
    namedSpare(() => ({ length: 1, key: () => 'nianbao-spare/clerk/f/a', getItem: () => '{', setItem: () => {}, removeItem: () => {} })),
  ]) {
    const disk = memoryStorage();
    await storageWithSpare(disk, spare).write(putting(anEntry({ changeId: 'a', userId: 'clerk' })));
    expect(await ids(storageWithSpare(disk, spare))).toEqual(['a']);
  }
});

test('what was answered a moment ago is known at the next start of its form, the newest of each place, and for a minute', async () => {
  const spare = namedInMemory();
  const storage = storageWithSpare(memoryStorage(), spare);
  const ack = { key: 'clerk/f/a', filingId: 'f', place: 'a', changeId: 'x', raw: '1', version: 1, at: 1_000 };
  await storage.change('clerk', () => ({ put: [], remove: [], acks: [ack] }));
  await storage.change('clerk', () => ({ put: [], remove: [], acks: [{ ...ack, raw: '2', version: 2, at: 2_000 }] }));
  expect(spare.answersOf('clerk', 'f', 30_000).map(({ raw, version }) => [raw, version])).toEqual([['2', 2]]);
  expect([spare.answersOf('clerk', 'other', 30_000), spare.answersOf('colleague', 'f', 30_000)]).toEqual([[], []]);
  expect(spare.answersOf('clerk', 'f', 62_001)).toEqual([]);
});
