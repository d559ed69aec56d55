import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { freshDatabase, migratedDatabase } from '@/db/testing/fresh-postgres';
import { killWhileSaving } from './kills';
import { savedInPostgres } from './saved-in-postgres';

const nothingBroken = { lost: 0, halves: 0, doubled: 0, notWhole: 0 };

it('T1: what was answered is there after the server was killed in the middle of other saves', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-kills-'));
  const { acknowledged, ...broken } = await killWhileSaving(folder, { kills: 3, clerks: 10, seed: 7 });
  expect(acknowledged).toBeGreaterThan(0);
  expect(broken).toEqual({ kills: 3, ...nothingBroken });
  rmSync(folder, { recursive: true, force: true });
});

it('T1: the same on PostgreSQL, which takes back what the killed one had begun', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-kills-'));
  const databaseUrl = await freshDatabase(migratedDatabase);
  const place = { dataFolder: folder, databaseUrl, saved: savedInPostgres(databaseUrl) };
  const { acknowledged, ...broken } = await killWhileSaving(folder, { kills: 1, clerks: 10, seed: 7 }, place);
  expect(acknowledged).toBeGreaterThan(0);
  expect(broken).toEqual({ kills: 1, ...nothingBroken });
  rmSync(folder, { recursive: true, force: true });
});
