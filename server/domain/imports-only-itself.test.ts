import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const core = fileURLToPath(new URL('.', import.meta.url));
const root = resolve(core, '../..');
/** Pure libraries without database, network, clock or framework. */
const allowed = new Set(['canonicalize', 'diff', '@noble/hashes/sha2.js', '@noble/hashes/utils.js']);

it('the core imports only itself and a few pure libraries', () => {
  const strangers = sourceFiles(core).flatMap((file) =>
    [
      ...readFileSync(file, 'utf8').matchAll(
        /^(?:import|import [^'";]*? from|export [^'";]*? from|} from) ['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/gm,
      ),
    ]
      .map((match) => (match[1] ?? match[2]) as string)
      .filter((wanted) => !isAllowed(file, wanted))
      .map((wanted) => `${relative(root, file)} imports ${wanted}`),
  );
  expect(strangers).toEqual([]);
});

it('the core reads no clock, no chance and no environment of its own', () => {
  const impure = /\bDate\.now\(|new Date\(\)|Math\.random\(|process\.env|\bfetch\(/;
  const found = sourceFiles(core)
    .filter((file) => impure.test(withoutComments(readFileSync(file, 'utf8'))))
    .map((file) => relative(root, file));
  expect(found).toEqual([]);
});

/** What tests need besides (fixtures from disk, property tests) is not part of the core. */
function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'testing' ? [] : sourceFiles(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function isAllowed(file: string, wanted: string): boolean {
  if (allowed.has(wanted)) return true;
  if (wanted.startsWith('@/')) return wanted.startsWith('@/server/domain/');
  return wanted.startsWith('.') && !relative(core, resolve(dirname(file), wanted)).startsWith('..');
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
}
