import { expect, it } from 'vitest';
import { stripStates } from './strip-states';

const nobody = { quarter: 3, open: 0, returned: 0, waiting: 0, inReview: 0, done: 0, locked: 0, overdue: 0, filings: 0, of: 0 };

it('the states of a quarter come in the order of the work, add up to its units, and nobody’s is left out', () => {
  const tally = { ...nobody, open: 5, returned: 1, waiting: 4, inReview: 1, done: 7, locked: 2, overdue: 3, filings: 17, of: 18 };
  const states = stripStates(tally);
  expect(states.map(({ state, count }) => [state, count])).toEqual([
    [null, 1],
    ['open', 5],
    ['submitted', 3],
    ['in_review', 1],
    ['returned', 1],
    ['approved', 5],
    ['locked', 2],
  ]);
  expect(states.reduce((sum, { count }) => sum + count, 0)).toBe(tally.of);
  expect(stripStates({ ...nobody, done: 3, locked: 3, filings: 3, of: 3 })).toEqual([{ state: 'locked', count: 3 }]);
  expect(stripStates(nobody)).toEqual([]);
});
