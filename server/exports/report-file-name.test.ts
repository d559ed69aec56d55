import fc from 'fast-check';
import { expect, it } from 'vitest';
import { organInName } from './report-file-name';

/** What a file system, a zip and a header each take for something else. */
const nasty = [
  '..',
  '/',
  '\\',
  ':',
  '\r\n',
  '\u0000',
  '"',
  ';',
  '%2e',
  '\u202e',
  '\ud800',
  'C:',
  '~',
  '区',
  '政府',
  '.',
  ' ',
  '*',
  '?',
  '<',
  '>',
  '|',
  'é',
  '\u2028',
];
const names = fc
  .sample(fc.array(fc.constantFrom(...nasty), { minLength: 1, maxLength: 12 }), { numRuns: 100, seed: 42 })
  .map((parts) => parts.join(''));

it.each(names)('T42: %j becomes the name of one file in one folder, and comes whole through a header', (name) => {
  const safe = organInName(name);
  expect(safe).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\\/:*?"<>|]|^\.|^\s|\s$/u);
  expect(decodeURIComponent(encodeURIComponent(safe))).toBe(safe);
  expect(encodeURIComponent(safe)).toMatch(/^[\w.~!'()*%-]+$/);
});
