import { describe, expect, it } from 'vitest';
import { answersStand, askedAgain } from './answers';

const clerk = [{ id: 'p', role: 'clerk', unitId: 'u' }] as const;
const reviewer = [{ id: 'p', role: 'reviewer', unitId: 'root' }] as const;
const none = { query: '', units: [] };
const stands = (stand: Parameters<typeof answersStand>[0]) => {
  const { isAsking, hasFailed } = answersStand(stand);
  return isAsking ? 'asking' : hasFailed ? 'failed' : 'answered';
};

describe('what the server says', () => {
  it('is awaited until everything that is asked for these words has come', () => {
    expect(stands({ query: '', posts: undefined, rules: undefined, units: none })).toBe('asking');
    expect(stands({ query: '', posts: reviewer, rules: undefined, units: none })).toBe('answered');
    expect(stands({ query: '教育', posts: clerk, rules: undefined, units: none })).toBe('asking');
    expect(stands({ query: '教育', posts: clerk, rules: [], units: none })).toBe('answered');
    expect(stands({ query: '教育', posts: reviewer, rules: [], units: none })).toBe('asking');
    expect(stands({ query: '教育', posts: reviewer, rules: [], units: { query: '教', units: [] } })).toBe('asking');
    expect(stands({ query: '教育', posts: reviewer, rules: [], units: { query: '教育', units: [] } })).toBe('answered');
  });

  it('has failed for the words for which it did, and is asked for again with others', () => {
    const failed = { query: '教', units: null };
    expect(stands({ query: '教', posts: reviewer, rules: [], units: failed })).toBe('failed');
    expect(stands({ query: '教育', posts: reviewer, rules: [], units: failed })).toBe('asking');
    expect(stands({ query: '教', posts: clerk, rules: null, units: none })).toBe('failed');
    expect(stands({ query: '', posts: null, rules: undefined, units: none })).toBe('failed');
    expect([askedAgain(null), askedAgain(undefined), askedAgain(clerk)]).toEqual([undefined, undefined, clerk]);
  });
});
