import { expect, test } from 'vitest';
import { unsafeVersions } from './version-gate.mjs';

const installed = (versions: Record<string, string>) => unsafeVersions((name) => versions[name] ?? null);

test('the versions in package-lock.json may start', () => {
  expect(installed({ next: '16.4.5', 'next-auth': '4.24.15', '@trpc/server': '11.22.1', 'better-sqlite3': '12.11.1' })).toEqual([]);
});

test.each([
  ['next', '15.5.0'],
  ['next', '16.2.5'],
  ['next', '16.2.6-canary.3'],
  ['next-auth', '4.24.14'],
  ['@trpc/server', '11.7.9'],
  ['better-sqlite3', '13.0.0'],
  ['xlsx', '0.18.5'],
])('%s %s is refused by name and version', (name, version) => {
  expect(installed({ [name]: version })).toEqual([expect.stringContaining(`${name} ${version}`)]);
});

test.each([
  ['next', '16.2.6'],
  ['next', '17.0.0'],
  ['@trpc/server', '11.10.0'],
])('%s %s is far enough', (name, version) => {
  expect(installed({ [name]: version })).toEqual([]);
});
