import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '@/db/store/open-store';
import { anOffice, type Office } from '@/server/backup/testing/an-office';
import { runCli } from './testing/run-cli';

let office: Office;
beforeAll(async () => {
  office = await anOffice();
});
afterAll(() => office.remove());

const db = (...args: string[]) => runCli(['db', ...args], { NIANBAO_DATA: office.place.dataFolder, NIANBAO_BACKUPS: office.backups });

it('backs up, checks and restores; the answer for machines has the manifest, a damaged backup is exit 1, what cannot be done exit 2', async () => {
  const made = await db('backup', '--json');
  const { folder, manifest } = JSON.parse(made.stdout) as { folder: string; manifest: { hash: string } };
  expect([made.code, folder.startsWith(office.backups)]).toEqual([0, true]);
  const checked = await db('check', folder);
  expect([checked.code, checked.stdout]).toEqual([0, expect.stringContaining('备份完好')]);
  const store = await openStore(office.place);
  expect(await db('restore', folder)).toMatchObject({ code: 2, stderr: expect.stringContaining('请先停止它') });
  await store.close();
  const restored = await db('restore', folder, '--json');
  expect([restored.code, JSON.parse(restored.stdout)]).toMatchObject([0, { restored: manifest.hash }]);
  expect((await runCli(['audit', 'verify'], { NIANBAO_DATA: office.place.dataFolder })).code).toBe(0);
  writeFileSync(join(folder, 'database/nianbao.db'), 'no database');
  expect(await db('check', folder)).toMatchObject({ code: 1, stdout: expect.stringContaining('✕ database/nianbao.db') });
  expect(await db('restore', folder)).toMatchObject({ code: 2, stderr: expect.stringContaining('没有恢复') });
  expect(await db('check', join(office.backups, 'nowhere'))).toMatchObject({ code: 2, stderr: expect.stringContaining('没有这个备份') });
});

it('makes a backup where it is told to', async () => {
  const to = join(office.backups, 'elsewhere');
  expect(JSON.parse((await db('backup', '--to', to, '--json')).stdout).folder.startsWith(to)).toBe(true);
});

it('backs up no office that is not there', async () => {
  const nowhere = join(office.backups, 'no-data');
  expect(await runCli(['db', 'backup'], { NIANBAO_DATA: nowhere })).toMatchObject({ code: 2, stderr: expect.stringContaining(nowhere) });
  expect(existsSync(nowhere)).toBe(false);
});
