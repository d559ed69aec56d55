import { beforeEach, expect, it } from 'vitest';
import type { Listener } from '@/db/store/neighbours';
import { type SessionEnds, sessionEnds } from './session-ends';

let watching: Map<string, Set<() => void>>;
let ends: SessionEnds;
let end: Listener;
beforeEach(() => {
  watching = new Map();
  const hear = (_: string, listener: Listener) => {
    end = listener;
    return () => {};
  };
  ends = sessionEnds({ hear }, watching);
});

it('nothing is kept for whoever has gone, was gone before, or was told', () => {
  const [gone, leaving, staying] = [new AbortController(), new AbortController(), new AbortController()];
  gone.abort();
  const told: string[] = [];
  ends.watch('a', () => told.push('gone'), gone.signal);
  expect(watching.size).toBe(0);
  ends.watch('a', () => told.push('leaving'), leaving.signal);
  ends.watch('a', () => told.push('staying'), staying.signal);
  leaving.abort();
  end('a');
  end('a');
  expect([told, watching.size]).toEqual([['staying'], 0]);
});

it('who leaves after the end takes nobody away who came since', () => {
  const [before, since] = [new AbortController(), new AbortController()];
  ends.watch('a', () => {}, before.signal);
  end('a');
  ends.watch('a', () => {}, since.signal);
  before.abort();
  expect(watching.get('a')?.size).toBe(1);
});

it('one that throws when the session ends keeps it from none of the others', () => {
  const told: string[] = [];
  const { signal } = new AbortController();
  ends.watch(
    'a',
    () => {
      throw new Error('a bug');
    },
    signal,
  );
  ends.watch('a', () => told.push('other'), signal);
  expect(() => end('a')).toThrow('a bug');
  expect(told).toEqual(['other']);
});
