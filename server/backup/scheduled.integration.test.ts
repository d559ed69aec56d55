import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Store } from '@/db/store';
import { migrationsKnown } from '@/db/store/migrations-known';
import { databaseFile, openStore } from '@/db/store/open-store';
import { sqliteBefore } from '@/db/testing/store-before';
import { runHealthChecks } from '@/server/boot/health-checks';
import { type Env, readEnv } from '@/server/env';
import { aLog } from '@/server/log/testing/a-log';
import { districtIn, typeCell } from '@/server/testing/a-district';
import { consoleContext } from '../cli/with-store';
import { listBackups, nameAt } from './backup-names';
import { migrateWithBackup } from './before-migration';
import { checkBackup } from './check-backup';
import { drill } from './drill';
import { keepBackingUp } from './keep-backing-up';
import { makeBackup } from './make-backup';
import { pruneBackups } from './prune-backups';
import { keepResult, lastResult } from './results';
import { backupStanding } from './standing';
import { anOffice, type Office } from './testing/an-office';

const minutes = 60_000;
let office: Office;
let env: Env;
beforeEach(async () => {
  office = await anOffice();
  env = readEnv({ NIANBAO_DATA: office.place.dataFolder, NIANBAO_BACKUPS: office.backups });
});
afterEach(() => office.remove());

const makeOne = (at?: Date) =>
  makeBackup({ place: office.place, to: office.backups, reason: 'scheduled', ...(at ? { now: () => at } : {}) });

describe('while the program serves', () => {
  let store: Store;
  let now: number;
  let made: number[];
  beforeEach(async () => {
    store = await openStore(office.place);
    now = Date.now();
    made = [];
  });
  afterEach(() => store.close());
  const schedule = (of = env) =>
    keepBackingUp(
      { store, env: of },
      {
        now: () => now,
        make: async () => {
          made.push(now);
          await makeOne(new Date(now));
        },
      },
    );
  const later = async (look: () => Promise<void>, howMany: number) => {
    now += howMany * minutes;
    await look();
  };
  const type = async (raw: string, baseVersion: number) => {
    const district = districtIn(store, office.district);
    await typeCell(district.clerk(1), (await district.filing(1)).id, { cell: 's3.granted.natural_person', raw, baseVersion });
  };

  it('makes a backup 15 minutes after the start and after the last one, when something was written since', async () => {
    const look = schedule();
    const begun = now;
    await later(look, 14);
    await later(look, 1);
    await later(look, 16);
    await type('1', 0);
    await look();
    await later(look, 14);
    await type('2', 1);
    await later(look, 1);
    expect(made.map((at) => (at - begun) / minutes)).toEqual([15, 31, 46]);
    expect(listBackups(office.backups)).toHaveLength(3);
  });

  it('counts from the last one, whoever made it, and makes one at once where that was too long ago', async () => {
    await makeOne(new Date(now - 10 * minutes));
    const look = schedule();
    await look();
    expect(made).toEqual([]);
    await later(look, 5);
    expect(made).toHaveLength(1);
  });

  it('does not try again before its time when it failed, and tells of it', async () => {
    let tries = 0;
    const failing = async () => {
      tries += 1;
      throw new Error('no room on the disk');
    };
    const { log, lines } = aLog();
    const look = keepBackingUp({ store, env }, { now: () => now, make: failing, log });
    for (let minute = 0; minute < 31; minute += 1) await later(look, 1);
    expect(tries).toBe(2);
    expect(lines().map(({ event, level }) => [event, level])).toEqual(Array(2).fill(['the scheduled backup failed', 'error']));
    expect(lines()[0]).toMatchObject({ number: expect.stringMatching(/^[0-9a-f]{12}$/), error: { says: 'no room on the disk' } });
  });

  it('tells when another process has been at it for longer than two of the times, and again after as long, and no more once one is made', async () => {
    const { log, lines } = aLog();
    const elsewhere = { ...store, alone: async () => false };
    const look = keepBackingUp({ store: elsewhere, env }, { now: () => now, log });
    for (let minute = 0; minute < 45; minute += 1) await later(look, 1);
    expect(lines()).toEqual([]);
    for (let minute = 0; minute < 31; minute += 1) await later(look, 1);
    expect(lines()).toMatchObject([
      { event: 'a backup is due, and another process that says it makes it does not', level: 'warn', minutes: 31 },
    ]);
    await makeOne(new Date(now));
    for (let minute = 0; minute < 44; minute += 1) await later(look, 1);
    expect(lines()).toHaveLength(1);
  });

  it('the process that makes it tells why it could not, in a line of the log and nowhere else', async () => {
    const file = join(office.place.dataFolder, 'no-folder');
    writeFileSync(file, '');
    const { log, lines } = aLog();
    const said: unknown[] = [];
    const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(text) > 0);
    const broken = { ...env, backupFolder: join(file, 'backups') };
    await later(keepBackingUp({ store, env: broken }, { now: () => now, log }), 15);
    stderr.mockRestore();
    expect(said).toEqual([]);
    expect(lines()).toMatchObject([
      { event: 'the scheduled backup failed', number: expect.any(String), error: { says: expect.any(String), cause: { code: 'ENOTDIR' } } },
    ]);
    expect(JSON.stringify(lines())).not.toContain(office.place.dataFolder);
  });

  it('being looked after counts as no change: an idle office that is asked every minute whether it is ready is backed up once', async () => {
    const ready = { store, dataFolder: office.place.dataFolder, lastBackup: async () => null, isStartPending: () => false };
    const look = schedule();
    for (let minute = 0; minute < 60; minute += 1) {
      await runHealthChecks({ ...ready, now: () => new Date(now) });
      await later(look, 1);
    }
    expect(made).toHaveLength(1);
    await type('1', 0);
    await runHealthChecks({ ...ready, now: () => new Date(now) });
    await later(look, 1);
    expect(made).toHaveLength(2);
  });

  it('goes on when the clock was ahead and has been set right: a backup of the future stands for nothing', async () => {
    await makeOne(new Date(now + 400 * 24 * 60 * 60_000));
    const look = schedule();
    await later(look, 16);
    expect(made).toHaveLength(1);
  });

  it('makes none where the configuration says 0 minutes', async () => {
    const look = schedule({ ...env, backupMinutes: 0 });
    await later(look, 60);
    expect(made).toEqual([]);
  });

  it('has it made by a process of its own', async () => {
    const look = keepBackingUp({ store, env }, { now: () => now });
    await later(look, 15);
    const [name = ''] = listBackups(office.backups).map((backup) => backup.name);
    expect((await checkBackup(join(office.backups, name))).faults).toEqual([]);
    expect(lastResult(office.backups, 'backup')).toMatchObject({ ok: true, backup: name, reason: 'scheduled' });
  });
});

it('those that are no longer wanted are taken away, whole, and nothing else is', async () => {
  const { folder } = await makeOne();
  const today = Date.now();
  for (let day = 1; day <= 40; day += 1) mkdirSync(join(office.backups, nameAt(new Date(today - day * 86_400_000))));
  mkdirSync(join(office.backups, 'of somebody else'));
  const before = listBackups(office.backups).length;
  const gone = pruneBackups(office.backups);
  expect([gone, listBackups(office.backups).length]).toEqual([[], before]);
  for (let minute = 1; minute <= 120; minute += 1) mkdirSync(join(office.backups, nameAt(new Date(today - 86_400_000 - minute * 15_000))));
  expect(pruneBackups(office.backups).length).toBeGreaterThan(100);
  expect((await checkBackup(folder)).faults).toEqual([]);
  expect(readdirSync(office.backups)).toContain('of somebody else');
});

describe('before a migration', () => {
  it('a backup is made of the database as the older program left it', async () => {
    const before = await anOlderOffice(office.place.dataFolder);
    const store = await openStore(office.place);
    await migrateWithBackup(store, env);
    const [made] = listBackups(office.backups);
    const { manifest, faults } = await checkBackup(join(office.backups, made?.name ?? ''));
    expect([faults, manifest?.reason, manifest?.stores.database?.migration]).toEqual([[], 'before_migration', before]);
    await migrateWithBackup(store, env);
    expect(listBackups(office.backups)).toHaveLength(1);
    await store.close();
  });

  it('nothing is migrated when it cannot be made; with backups of their own, the office says so', async () => {
    await anOlderOffice(office.place.dataFolder);
    const broken = { ...env, backupFolder: join(databaseFile(office.place.dataFolder), 'no-folder') };
    const store = await openStore(office.place);
    await expect(migrateWithBackup(store, broken)).rejects.toThrow('nothing was migrated');
    await migrateWithBackup(store, { ...broken, backupMinutes: 0 });
    await store.close();
  });

  it('a new office needs none', async () => {
    const place = { dataFolder: join(office.backups, 'new'), databaseUrl: null };
    const store = await openStore(place);
    await migrateWithBackup(store, { ...env, ...place });
    expect(listBackups(office.backups)).toEqual([]);
    await store.close();
  });
});

describe('T6: the drill', () => {
  const tryOut = (from: string) => drill({ place: office.place, from, backups: office.backups, contextOf: consoleContext });

  it('restores, serves and is answered as somebody of the office, tells what it found, and leaves nothing', async () => {
    const { folder, manifest } = await makeOne();
    const untouched = readdirSync(office.place.dataFolder);
    const result = await tryOut(folder);
    expect(result).toMatchObject({ ok: true, head: (manifest.stores.database as { head: object }).head });
    expect(lastResult(office.backups, 'drill')).toEqual(result);
    expect(readdirSync(office.backups).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(readdirSync(office.place.dataFolder)).toEqual(untouched);
  });

  it('of a damaged backup fails, and that is kept', async () => {
    const { folder } = await makeOne();
    const file = join(folder, 'database/nianbao.db');
    const damaged = new Database(file);
    damaged.exec('create table more (id)');
    damaged.close();
    expect(await tryOut(folder)).toMatchObject({ ok: false, problem: expect.stringContaining('damaged') });
    expect(lastResult(office.backups, 'drill')).toMatchObject({ ok: false });
    expect(existsSync(file)).toBe(true);
  });
});

describe('how an office stands', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore(office.place);
  });
  afterEach(() => store.close());
  const standing = async (at: number, of = env) => {
    const { state, newest, drill: tried } = await backupStanding(store.read, of, new Date(at));
    return [state, newest?.ageMinutes ?? null, tried.state];
  };

  it('none; fine; overdue once something has waited for longer than twice its time; failed; elsewhere', async () => {
    const now = Date.now();
    expect(await standing(now)).toEqual(['none', null, 'none']);
    expect(await standing(now, { ...env, backupMinutes: 0 })).toEqual(['elsewhere', null, 'none']);
    await makeOne(new Date(now));
    expect(await standing(now + 600 * minutes)).toEqual(['fine', 600, 'none']);
    const district = districtIn(store, office.district);
    district.setClock(new Date(now + 100 * minutes).toISOString());
    await typeCell(district.clerk(1), (await district.filing(1)).id, { cell: 's3.granted.natural_person', raw: '1' });
    expect([await standing(now + 129 * minutes), await standing(now + 131 * minutes)]).toEqual([
      ['fine', 129, 'none'],
      ['overdue', 131, 'none'],
    ]);
    keepResult(office.backups, 'backup', { at: new Date(now).toISOString(), ok: false, seconds: 1, problem: 'no room' });
    expect(await standing(now)).toEqual(['failed', 0, 'none']);
  });

  it('a drill belongs in every quarter', async () => {
    const now = Date.now();
    const told = { at: new Date(now).toISOString(), ok: true, seconds: 9 };
    keepResult(office.backups, 'drill', told);
    expect([await standing(now), await standing(now + 93 * 24 * 60 * minutes)].map(([, , tried]) => tried)).toEqual(['fine', 'overdue']);
    keepResult(office.backups, 'drill', { ...told, ok: false });
    expect((await standing(now))[2]).toBe('failed');
  });
});

/** In place of the office's database one as the program before the last migration left it. @returns the migration it stands at */
async function anOlderOffice(dataFolder: string): Promise<{ at: number; name: string }> {
  const [before, last] = migrationsKnown('sqlite').slice(-2);
  if (!before || !last) throw new Error('there is more than one migration');
  const old = await sqliteBefore(last.name.replace(/^\d+_/, ''));
  rmSync(databaseFile(dataFolder));
  await old.run(`vacuum into '${databaseFile(dataFolder)}'`);
  await (await old.bringUpToDate()).remove();
  return before;
}
