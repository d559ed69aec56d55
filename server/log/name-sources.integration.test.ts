import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { withSource } from './name-sources';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-maps-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A line of a stack in a file whose map says that its first character is the first one of a source. */
function lineOf(name: string, source: unknown): string {
  writeFileSync(join(folder, `${name}.js.map`), JSON.stringify({ version: 3, sources: [source], names: [], mappings: 'AAAA' }));
  return `answer (${join(folder, name)}.js:1:1)`;
}

it('names the source of what is built here, of pages too', () => {
  expect(withSource(lineOf('program', join(process.cwd(), 'server/main.ts')))).toBe('answer (server/main.ts:1:1)');
  expect(withSource(lineOf('page', 'turbopack:///[project]/app/(desk)/page.tsx'))).toBe('answer (app/(desk)/page.tsx:1:1)');
});

it('leaves a line as it was where the source is no file, the map is none, or there is none', () => {
  for (const [n, source] of ['turbopack:///[turbopack]/runtime.js', 'webpack://x/y', 'https://elsewhere/x.js', null].entries())
    expect(withSource(lineOf(`odd${n}`, source))).toMatch(/^answer \(.*odd\d\.js:1:1\)$/);
  writeFileSync(join(folder, 'broken.js.map'), '{');
  for (const name of ['broken', 'absent', '%E0%A4%A'])
    expect(withSource(`answer (${join(folder, name)}.js:1:1)`)).toBe(`answer (${join(folder, name)}.js:1:1)`);
});
