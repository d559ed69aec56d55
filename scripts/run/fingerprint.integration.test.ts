import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fingerprint } from './fingerprint.mjs';

test.each<[string, (at: (path: string) => string) => void]>([
  ['edited', (at) => writeFileSync(at('app/page.tsx'), 'A')],
  ['renamed', (at) => renameSync(at('app/page.tsx'), at('app/home.tsx'))],
  ['removed', (at) => rmSync(at('app/page.tsx'))],
  ['emptied', (at) => writeFileSync(at('next.config.ts'), '')],
  ['new', (at) => writeFileSync(at('app/more.tsx'), '')],
  [
    'moved into its neighbour',
    (at) => {
      writeFileSync(at('app/page.tsx'), 'ab');
      writeFileSync(at('next.config.ts'), '');
    },
  ],
])('a file that is %s changes the fingerprint', (_, change) => {
  const root = mkdtempSync(join(tmpdir(), 'nianbao-fingerprint-'));
  const at = (path: string) => join(root, path);
  mkdirSync(at('app'));
  writeFileSync(at('app/page.tsx'), 'a');
  writeFileSync(at('next.config.ts'), 'b');
  const take = () => fingerprint(root, ['app', 'public', 'next.config.ts']);
  const before = take();
  expect(take()).toBe(before);
  change(at);
  expect(take()).not.toBe(before);
  rmSync(root, { recursive: true });
});
