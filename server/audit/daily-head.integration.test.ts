import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { recordEvents } from '@/db/store';
import { type FreshStore, freshSqliteStore } from '@/db/testing/fresh-store';
import { anEvent } from '@/db/testing/rows';
import { tellHeadDaily } from './daily-head';

let fresh: FreshStore;
beforeEach(async () => {
  fresh = await freshSqliteStore();
});
afterEach(async () => {
  vi.useRealTimers();
  await fresh.remove();
});

it('tells the head at the start and once a day, until it is stopped, and goes on after a day on which the log could not be read', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const lines: string[] = [];
  const failures: unknown[] = [];
  let read = fresh.store.read;
  const broken = {} as typeof read;
  const stop = tellHeadDaily({
    get read() {
      return read;
    },
    now: () => new Date('2026-11-30T01:00:00Z'),
    tell: (line) => lines.push(line),
    failed: (error) => failures.push(error),
  });
  const aDayOn = async () => {
    const told = lines.length + failures.length;
    vi.advanceTimersByTime(24 * 60 * 60_000);
    await vi.waitFor(() => expect(lines.length + failures.length).toBe(told + 1));
  };
  await vi.waitFor(() => expect(lines).toEqual([`nianbao-head 2026-11-30T01:00:00.000Z 0:${'0'.repeat(64)}`]));
  await fresh.store.tx((tx) => recordEvents(tx, [anEvent()]));
  await aDayOn();
  read = broken;
  await aDayOn();
  read = fresh.store.read;
  await aDayOn();
  expect([lines.length, failures.length, lines[1]?.includes(' 1:')]).toEqual([3, 1, true]);
  stop();
  vi.advanceTimersByTime(48 * 60 * 60_000);
  expect(lines.length).toBe(3);
});
