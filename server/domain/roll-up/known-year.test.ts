import { expect, it } from 'vitest';
import { count, figureAt } from '../figures';
import { getFormat } from '../formats';
import { knownYear } from './known-year';

const format = getFormat('2021');
const closed = 's3.carried_out.natural_person';
const first = new Map([[closed, count(2)]]);

it('a level whose quarter is not approved yet adds nothing: closed in May, the second quarter missing', () => {
  expect(figureAt(knownYear(format, [first, null, null, null], { first: 1, last: 2 }), closed)).toEqual(count(0));
});

it('a level that an approved quarter does not tell stays unknown', () => {
  expect(figureAt(knownYear(format, [first, new Map(), null, null], { first: 1, last: 2 }), closed).state).toBe('not_filled');
});

it('a complete span keeps its last level', () => {
  expect(figureAt(knownYear(format, [first, new Map([[closed, count(3)]]), null, null], { first: 1, last: 2 }), closed)).toEqual(count(3));
});
