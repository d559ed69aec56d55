import { expect, it } from 'vitest';
import { promises, promisesIn } from './promises';

it.each([
  ['T29, T31: whoever signs in anew leaves no session behind', ['T29', 'T31']],
  ['signing in > T30: says the same', ['T30']],
  ['T21, T24, T45: every procedure > report.page answers', ['T21', 'T24', 'T45']],
  ['T13: the store on SQLite T4: tells everybody', ['T13', 'T4']],
  ['a start at 2026-01-01T00:00:00Z', []],
  ['the T-shirt', []],
])('the numbers in %j are %j', (title, ids) => {
  expect(promisesIn(title)).toEqual(ids);
});

it('has each number once', () => {
  const ids = promises.map((one) => one.id);
  expect(new Set(ids).size).toBe(ids.length);
});
