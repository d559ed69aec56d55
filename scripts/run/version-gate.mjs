import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './children.mjs';
import { Problem } from './say.mjs';

/**
 * Versions we do not start with, however they came into node_modules. One line per package: the first version without
 * the hole, and the hole. To add one, add a line.
 *
 * @type {{ name: string, safeFrom?: string, unsafeFrom?: string, hole: string }[]}
 */
export const gate = [
  {
    name: 'next',
    safeFrom: '16.2.6',
    hole: 'remote code execution in React Server Components (CVE-2025-55182) and proxy bypasses (CVE-2026-44575)',
  },
  { name: 'next-auth', safeFrom: '4.24.15', hole: 'sign-in checks not bound to the provider (GHSA-x445)' },
  { name: '@trpc/server', safeFrom: '11.8.0', hole: 'prototype pollution (CVE-2025-68130)' },
  { name: 'better-sqlite3', unsafeFrom: '13.0.0', hole: 'a crash on every Node 20 (built for Node-API 10)' },
  { name: 'xlsx', unsafeFrom: '0.0.0', hole: 'the copy on npm is frozen with an unpatched hole (CVE-2023-30533)' },
];

/**
 * @param {(name: string) => string | null} versionOf the installed version, null when the package is not there
 * @returns {string[]} one sentence for each package that must not be used
 */
export function unsafeVersions(versionOf) {
  return gate.flatMap(({ name, safeFrom, unsafeFrom, hole }) => {
    const version = versionOf(name);
    if (version === null) return [];
    if (safeFrom && isBefore(version, safeFrom)) return [`${name} ${version} is not safe: ${hole}. Use ${safeFrom} or later.`];
    if (unsafeFrom && !isBefore(version, unsafeFrom)) return [`${name} ${version} must not be used: ${hole}.`];
    return [];
  });
}

export function requireSafeVersions() {
  const sentences = unsafeVersions(installedVersion);
  if (sentences.length > 0)
    throw new Problem(`Not started.\n${sentences.join('\n')}\nMend package.json and package-lock.json, then run the command again.`);
}

function installedVersion(name) {
  try {
    return JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version;
  } catch {
    return null;
  }
}

/** Compares as numbers; a pre-release counts as before its release: 16.2.6-canary.3 < 16.2.6. */
function isBefore(version, limit) {
  const [numbers, preRelease] = [version.split(/[-+]/)[0].split('.').map(Number), version.includes('-')];
  const wanted = limit.split('.').map(Number);
  const place = wanted.findIndex((part, i) => numbers[i] !== part);
  return place === -1 ? preRelease : numbers[place] < wanted[place];
}
