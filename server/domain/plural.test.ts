import { expect, it } from 'vitest';
import { counted, plural } from './plural';

it('one stands for 1 only: 0 cells, 1 cell, 2 cells, 21 cells', () => {
  expect([0, 1, 2, 21].map((count) => counted(count, 'cell'))).toEqual(['0 cells', '1 cell', '2 cells', '21 cells']);
});

it('takes the other form as it is given', () => {
  expect([1, 2].map((count) => counted(count, 'report waits', 'reports wait'))).toEqual(['1 report waits', '2 reports wait']);
  expect([1, 2].map((count) => plural(count, 'it', `these ${count}`))).toEqual(['it', 'these 2']);
});
