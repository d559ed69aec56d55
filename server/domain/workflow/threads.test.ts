import { describe, expect, it } from 'vitest';
import { threadsOf } from './threads';

const said = (anchor: string, resolvedAt: string | null = null) => ({ anchor, resolvedAt });

describe('what is said about a filing', () => {
  it('is one thread for each place, in the order the places came up', () => {
    const comments = [said('text'), said('s3.granted.natural_person'), said('text')];
    expect(threadsOf(comments).map(({ anchor, said: all }) => [anchor, all.length])).toEqual([
      ['text', 2],
      ['s3.granted.natural_person', 1],
    ]);
    expect(threadsOf([])).toEqual([]);
  });

  it('is open until all of it is resolved, and open again once somebody writes', () => {
    const done = said('text', '2026-10-12T01:00:00.000Z');
    expect(threadsOf([said('text')])[0]?.isOpen).toBe(true);
    expect(threadsOf([done, done])[0]?.isOpen).toBe(false);
    expect(threadsOf([done, said('text')])[0]?.isOpen).toBe(true);
  });
});
