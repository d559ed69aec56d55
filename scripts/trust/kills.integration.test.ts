import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { killWhileSaving } from './kills';

it('T1: what was answered is there after the server was killed in the middle of other saves', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-kills-'));
  const { acknowledged, ...broken } = await killWhileSaving(folder, { kills: 3, clerks: 10, seed: 7 });
  expect(acknowledged).toBeGreaterThan(0);
  expect(broken).toEqual({ kills: 3, lost: 0, halves: 0, notWhole: 0 });
  rmSync(folder, { recursive: true, force: true });
});
