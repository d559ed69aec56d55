import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeLock } from './lock.mjs';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-lock-'));
  file = join(folder, 'run.lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a lock is there until it is released, and leaves nothing behind', async () => {
  const lock = await takeLock(file, 'installing');
  lock.add(process.pid);
  expect(existsSync(file)).toBe(true);
  lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

test('who has waited long enough is told which process is at work, and gets 2', async () => {
  const lock = await takeLock(file, 'building');
  const sentence = `Another run (process ${process.pid}) is building in this folder. Wait until it is done, then run the command again.`;
  await expect(takeLock(file, 'installing', 0)).rejects.toMatchObject({ message: sentence, exitCode: 2 });
  expect(existsSync(file)).toBe(true);
  lock.release();
});

test('who waits gets the lock when it is released', async () => {
  const first = await takeLock(file, 'building');
  const second = takeLock(file, 'installing');
  first.release();
  (await second).release();
  expect(readdirSync(folder)).toEqual([]);
});
