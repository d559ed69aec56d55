import { describe, expect, it } from 'vitest';
import { mayApprove } from './approval';

describe('R4: an approval', () => {
  const history = { writers: new Set(['writer', 'both']), submitters: new Set(['submitter', 'both']) };

  it.each([
    ['writer', 'wrote_into_it'],
    ['submitter', 'submitted_it'],
    ['both', 'submitted_it'],
    ['somebody else', 'allowed'],
  ])('by %s is %s', (person, verdict) => {
    expect(mayApprove(person, history)).toBe(verdict);
  });
});
