import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { atMost } from './measured';
import { writeReadme } from './write-readme';

it('a run replaces its own table and no other, and says which goal was missed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-readme-'));
  mkdirSync(join(folder, 'scripts/bench'), { recursive: true });
  const file = join(folder, 'scripts/bench/README.md');
  writeFileSync(file, 'before\n<!-- bench one -->\nold\n<!-- end -->\n<!-- bench two -->\nkept\n<!-- end -->\n');
  const measured = [
    { what: 'a', value: 1200, unit: 'ms' as const, goal: atMost(1000) },
    { what: 'b', value: 5, unit: 'MiB' as const },
  ];
  expect(writeReadme('one', measured, new Date('2026-11-30'), folder)).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe(
    'before\n<!-- bench one -->\n| `npm run bench -- one` (2026-11-30) | | goal |\n|---|---|---|\n| a | 1,200 ms (missed) | ≤ 1000 |\n| b | 5 MiB |  |\n<!-- end -->\n<!-- bench two -->\nkept\n<!-- end -->\n',
  );
  expect(writeReadme('three', measured, new Date(), folder)).toBe(false);
  rmSync(folder, { recursive: true });
});
