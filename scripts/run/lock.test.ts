import { expect, test } from 'vitest';
import { liveHolder } from './lock.mjs';

const lock = JSON.stringify({
  doing: 'installing',
  processes: [
    { pid: 41, start: 'monday' },
    { pid: 57, start: 'tuesday' },
  ],
});
const running = (processes: Record<number, string>) => (pid: number) => processes[pid] ?? null;

test('a lock whose runner lives is held', () => {
  expect(liveHolder(lock, running({ 41: 'monday' }))).toEqual({ pid: 41, doing: 'installing' });
});

test('a lock whose runner was killed is still held while the program it started lives', () => {
  expect(liveHolder(lock, running({ 57: 'tuesday' }))).toEqual({ pid: 57, doing: 'installing' });
});

test('a lock whose processes have ended is stale', () => {
  expect(liveHolder(lock, running({}))).toBeNull();
});

test('a lock whose pid now belongs to a later process is stale', () => {
  expect(liveHolder(lock, running({ 41: 'friday' }))).toBeNull();
});

test.each(['', '{"doing":', '{}', 'null'])('a lock that cannot be read (%j) is stale', (text) => {
  expect(liveHolder(text, running({ 41: 'monday' }))).toBeNull();
});
