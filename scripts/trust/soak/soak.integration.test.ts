import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { soak } from './soak';

it('T12: a soak counts its saves and finds every one of them again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-soak-'));
  const { failures, lost, saves, inAll, walMb } = await soak(folder, { saves: 200, minutes: 5 });
  expect([failures, lost, saves >= 200, inAll === saves, walMb <= 64]).toEqual([[], 0, true, true, true]);
  rmSync(folder, { recursive: true, force: true });
});
