import { expect, test } from 'vitest';
import { count, notFilled } from '@/server/domain/figures';
import { getCell, getFormat } from '@/server/domain/formats';
import { compareTotal } from './compare-total';

const total = getCell(getFormat('2021'), 's3.granted.total');

test.each([
  ['', count(4), { kind: 'empty' }],
  ['４', count(4), { kind: 'same' }],
  ['7件', count(4), { kind: 'differs', by: '+3' }],
  ['1', count(4), { kind: 'differs', by: '−3' }],
  ['约4', count(4), { kind: 'unreadable' }],
  ['4', notFilled, { kind: 'unknown' }],
] as const)('own total %j against %o', (text, computed, expected) => {
  expect(compareTotal(text, computed, total)).toEqual(expected);
});
