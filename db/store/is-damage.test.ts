import { expect, it } from 'vitest';
import { isDamage } from './is-damage';

it.each([
  ['SQLITE_CORRUPT', true],
  ['SQLITE_CORRUPT_INDEX', true],
  ['SQLITE_NOTADB', true],
  ['SQLITE_BUSY', false],
  ['SQLITE_IOERR_READ', false],
  ['SQLITE_CANTOPEN', false],
  ['SQLITE_NOMEM', false],
  ['EMFILE', false],
  [undefined, false],
])('%s of a file that is looked at is damage: %s', (code, is) => {
  expect(isDamage(Object.assign(new Error('x'), { code }))).toBe(is);
});
