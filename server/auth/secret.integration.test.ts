import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeWholeOnce } from '@/server/backup/files';
import { NotStarted } from '@/server/boot/not-started';
import { sessionSecret } from './secret';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-secret-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = () => join(folder, 'session-secret');

it('is made once, for its owner only, and nothing is left beside it', () => {
  const made = sessionSecret(folder);
  expect([made.length, sessionSecret(folder), statSync(file()).mode & 0o777, readdirSync(folder)]).toEqual([
    64,
    made,
    0o600,
    ['session-secret'],
  ]);
});

it('of two who make it at once the second has the first one’s', () => {
  const made = sessionSecret(folder);
  writeWholeOnce(file(), 'what another process meant it to be');
  expect([readFileSync(file(), 'utf8'), readdirSync(folder)]).toEqual([made, ['session-secret']]);
});

it.each(['', '\n', 'x'.repeat(31)])('that is %j is refused with a sentence, and left as it is', (text) => {
  writeFileSync(file(), text);
  expect(() => sessionSecret(folder)).toThrow(NotStarted);
  expect(() => sessionSecret(folder)).toThrow(/至少 32 个/);
  expect(readFileSync(file(), 'utf8')).toBe(text);
});
