import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readEnv } from '@/server/env';
import { recogniseData } from './recognise-data';
import { startChecks } from './start-checks';
import { anOfficeOnDisk } from './testing/office-process';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-large-'));
  file = join(folder, 'nianbao.db');
  const office = await anOfficeOnDisk();
  cpSync(office.dataFolder, folder, { recursive: true });
  rmSync(office.dataFolder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const env = () => readEnv({ NIANBAO_DATA: folder });
const looked = async () => {
  const checks = startChecks(await recogniseData(env(), { wantsEmpty: false }), env());
  const before = checks.isPending();
  const fault = await new Promise<string | null>((resolve, reject) => {
    checks.begin({ damaged: resolve, unchecked: reject });
    const look = () => (checks.isPending() ? setImmediate(look) : resolve(null));
    look();
  });
  return { before, fault, after: checks.isPending() };
};
const makeLarge = (connection: Database.Database) =>
  connection.exec('create table ballast (bytes blob); insert into ballast values (zeroblob(51 * 1024 * 1024))');

it('a database of a usual size is looked at before anybody is let in', async () => {
  expect(await looked()).toEqual({ before: false, fault: null, after: false });
});

it('one above 50 MB serves meanwhile and says so until it was looked at; damage is told in a sentence', async () => {
  const connection = new Database(file);
  makeLarge(connection);
  const root = connection.prepare("select rootpage from sqlite_schema where name = 'filings_status'").pluck().get() as number;
  const pageSize = connection.pragma('page_size', { simple: true }) as number;
  connection.close();
  expect(await looked()).toEqual({ before: true, fault: null, after: false });
  const contents = readFileSync(file);
  contents.fill(0xa5, (root - 1) * pageSize, root * pageSize);
  writeFileSync(file, contents);
  expect(await looked()).toEqual({ before: true, fault: expect.stringMatching(/发现数据库已损坏.*已停止.*db restore/), after: true });
});

it('one that cannot be opened just now is not taken for damaged, stays unchecked, and is looked at again', async () => {
  const connection = new Database(file);
  makeLarge(connection);
  connection.close();
  let again: () => void = () => {};
  const checks = startChecks(await recogniseData(env(), { wantsEmpty: false }), env(), (look) => {
    again = look;
  });
  renameSync(file, `${file}.away`);
  const told: unknown[] = [];
  await new Promise<void>((resolve) =>
    checks.begin({ damaged: (sentence) => resolve(void told.push(sentence)), unchecked: (error) => resolve(void told.push(error)) }),
  );
  expect(told).toEqual([expect.objectContaining({ code: 'SQLITE_CANTOPEN' })]);
  expect(checks.isPending()).toBe(true);
  renameSync(`${file}.away`, file);
  await new Promise(setImmediate);
  again();
  await vi.waitFor(() => expect(checks.isPending()).toBe(false), { timeout: 60_000 });
  expect(told).toHaveLength(1);
});
