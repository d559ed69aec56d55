import { expect, test } from 'vitest';
import { outlierAgainst } from './outlier';

test('more than three times the median, or less than a third of it, is far', () => {
  expect(outlierAgainst(31, [10, 10])).toBe(10);
  expect(outlierAgainst(30, [10, 10])).toBeNull();
  expect(outlierAgainst(3, [10, 12])).toBe(11);
  expect(outlierAgainst(4, [10, 12])).toBeNull();
});

test('small figures and figures without a history are never far', () => {
  expect(outlierAgainst(4, [1])).toBeNull();
  expect(outlierAgainst(900, [])).toBeNull();
});
