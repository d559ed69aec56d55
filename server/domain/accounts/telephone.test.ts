import { expect, it } from 'vitest';
import { readTelephone } from './telephone';

it.each([
  ['', ''],
  ['  ', ''],
  ['0000-1234567', '0000-1234567'],
  ['（0000）１２３４５６７　转　８０１', '(0000)1234567 转 801'],
  ['+86 000 0000 0000、110', '+86 000 0000 0000、110'],
  ['12', null],
  ['=1+1234', null],
  ['请问办公室', null],
  ['0'.repeat(41), null],
])('%s is read as %s', (text, number) => {
  expect(readTelephone(text)).toBe(number);
});
