import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { losePower } from './power-loss';
import { losePowerInRestore } from './restore-power-loss';

it('T3: what was answered, and a backup that was made, are there after the power went; without flushes they are not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-power-'));
  const { acknowledged, control, ...broken } = await losePower(folder, { cuts: 8, controlCuts: 2, clerks: 5, saves: 30, seed: 7 });
  expect(broken).toEqual({ cuts: 8, lost: 0, halves: 0, notWhole: 0, badBackups: 0, faults: [] });
  expect(acknowledged).toBeGreaterThanOrEqual(30);
  expect(control.nothing.missed).toBeGreaterThan(0);
  expect(control.log.missed).toBeGreaterThan(0);
  rmSync(folder, { recursive: true, force: true });
});

it('T3: after the power went in a restore there is what stood, what was restored, or a start that asks for it again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-power-'));
  const { asBefore, restored, askedAgain, ...broken } = await losePowerInRestore(folder, { cuts: 8, seed: 7 });
  expect(broken).toEqual({ cuts: 8, bad: 0, faults: [] });
  expect([asBefore + restored + askedAgain, restored > 0]).toEqual([8, true]);
  rmSync(folder, { recursive: true, force: true });
});
