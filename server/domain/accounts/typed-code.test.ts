import { expect, it } from 'vitest';
import { readTypedCode, writeRecoveryCode } from './typed-code';

it.each([
  ['483921', '483921'],
  [' 483 921 ', '483921'],
  ['４８３９２１', '483921'],
])('reads %j as the time code %s', (text, digits) => {
  expect(readTypedCode(text)).toEqual({ kind: 'time', digits });
});

it.each([
  ['7KQD-M2XA-93FR-T6WE', '7KQDM2XA93FRT6WE'],
  ['7kqd m2xa 93fr t6we', '7KQDM2XA93FRT6WE'],
  ['7KQD–M2XA—93FR－T6WE', '7KQDM2XA93FRT6WE'],
  ['OIL0-0000-0000-0000', '0110000000000000'],
])('reads %j as the recovery code %s', (text, code) => {
  expect(readTypedCode(text)).toEqual({ kind: 'recovery', code });
});

it.each(['', '48392', '4839210', '48392a', '7KQD-M2XA-93FR-T6W', '7KQD-M2XA-93FR-T6WU', '口令'])('takes %j for neither', (text) => {
  expect(readTypedCode(text)).toBeNull();
});

it('what is shown is read as what it was', () => {
  expect(writeRecoveryCode('7KQDM2XA93FRT6WE')).toBe('7KQD-M2XA-93FR-T6WE');
  expect(readTypedCode(writeRecoveryCode('7KQDM2XA93FRT6WE'))).toEqual({ kind: 'recovery', code: '7KQDM2XA93FRT6WE' });
});
