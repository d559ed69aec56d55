import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventHead, latestEvents } from '@/db/store';
import { databaseFile, openStore } from '@/db/store/open-store';
import { writableLog } from '@/db/testing/writable-log';
import { consoleContext } from '@/server/cli/with-store';
import { seededRandom } from '@/server/domain/seeded-random';
import { districtIn, typeCell } from '@/server/testing/a-district';
import type { BackedUpStore } from './backed-up-store';
import { listBackups } from './backup-names';
import { checkBackup } from './check-backup';
import { databaseIn } from './database-in-manifest';
import { filesBelow, listedFile } from './files';
import { makeBackup } from './make-backup';
import { restoreBackup } from './restore-backup';
import { lastResult } from './results';
import { backedUpStores } from './stores';
import { anOffice, type Office, restoreTo, theSecret } from './testing/an-office';
import { damagedBackups, missedDamages } from './testing/damage';
import { resealed } from './testing/resealed';

const cell = 's3.granted.natural_person';

let office: Office;
beforeEach(async () => {
  office = await anOffice();
});
afterEach(() => office.remove());

const makeOne = () => makeBackup({ place: office.place, to: office.backups, reason: 'asked' });
/** One more figure of the second unit, by a process that ends. */
async function typeSomething(raw: string): Promise<void> {
  const store = await openStore(office.place);
  const district = districtIn(store, office.district);
  await typeCell(district.clerk(1), (await district.filing(1)).id, { cell, raw });
  await store.close();
}
const database = (folder: string) => join(folder, 'database/nianbao.db');

describe('a backup', () => {
  it('T5: holds what was acknowledged before it was begun, while the office works on, and says where the log ends', async () => {
    const store = await openStore(office.place);
    const district = districtIn(store, office.district);
    const filing = await district.filing(1);
    await typeCell(district.clerk(1), filing.id, { cell, raw: '7' });
    const head = await eventHead(store.read);
    const { folder, manifest } = await makeOne();
    await typeCell(district.clerk(1), filing.id, { cell, raw: '8', baseVersion: 1 });
    const said = databaseIn(manifest.stores.database);
    expect([said.engine, said.head, said.migration.name]).toEqual(['sqlite', head, expect.stringMatching(/^\d{4}_/)]);
    const copy = new Database(database(folder), { readonly: true });
    expect(copy.prepare('select raw from figures where filing_id = ? and cell = ?').pluck().get(filing.id, cell)).toBe('7');
    copy.close();
    expect(await checkBackup(folder)).toEqual({ manifest, faults: [] });
    expect(filesBelow(folder)).toEqual(['database/nianbao.db', 'manifest.json']);
    await store.close();
  });

  it('holds no key: neither that of the cookies, nor who is signed in, nor links', async () => {
    const { folder, manifest } = await makeOne();
    const { tables, leftOut } = databaseIn(manifest.stores.database);
    expect([leftOut, tables.sessions, tables.one_time_links, tables.halfway_sign_ins]).toEqual([
      ['halfway_sign_ins', 'one_time_links', 'sessions'],
      0,
      0,
      0,
    ]);
    expect(tables.users).toBeGreaterThan(0);
    const live = new Database(databaseFile(office.place.dataFolder), { readonly: true });
    const session = live.prepare('select id from sessions').pluck().get() as string;
    live.close();
    const bytes = Buffer.concat(filesBelow(folder).map((name) => readFileSync(join(folder, name))));
    expect([session.length > 20, bytes.includes(session), bytes.includes(theSecret)]).toEqual([true, false, false]);
  });

  it('of a database that does not hold is none, and is told beside the others', async () => {
    await makeOne();
    const live = new Database(databaseFile(office.place.dataFolder));
    live.exec(`${writableLog} update events set actor_name = '李四' where seq = 5`);
    live.close();
    await expect(makeOne()).rejects.toThrow('event 5 does not fit (changed)');
    expect([listBackups(office.backups).length, readdirSync(office.backups).filter((name) => name.startsWith('.'))]).toEqual([1, []]);
    expect(lastResult(office.backups, 'backup')).toMatchObject({ ok: false, problem: expect.stringContaining('event 5') });
  });

  it('covers every store of the list; a second one is a line in it', async () => {
    const evidence: BackedUpStore = {
      name: 'evidence',
      async save(_, folder) {
        writeFileSync(join(folder, 'a-file'), 'bytes');
        return { files: 1 };
      },
      inspect: async (folder, facts) => (readdirSync(folder).length === facts.files ? [] : ['another number of files']),
      stage: async () => ({ swap: async () => null, drop: async () => {} }),
    };
    const stores = [...backedUpStores, evidence];
    const { folder, manifest } = await makeBackup({ place: office.place, to: office.backups, reason: 'asked', stores });
    expect(manifest.files.map(({ name }) => name)).toEqual(['database/nianbao.db', 'evidence/a-file']);
    expect((await checkBackup(folder, stores)).faults).toEqual([]);
    expect((await checkBackup(folder)).faults).toEqual([expect.stringContaining('evidence')]);
    writeFileSync(join(folder, 'evidence/a-file'), 'bytez');
    expect((await checkBackup(folder, stores)).faults).toEqual([expect.stringContaining('evidence/a-file')]);
  });
});

describe('the check', () => {
  it(`T7: finds ${damagedBackups} of ${damagedBackups} damaged backups`, async () => {
    const { folder } = await makeOne();
    await typeSomething('9');
    const other = (await makeOne()).folder;
    const missed = await missedDamages({ folder, other, trials: damagedBackups, random: seededRandom(7) });
    expect(missed).toEqual([]);
    expect((await checkBackup(folder)).faults).toEqual([]);
  });

  it('looks into the database too: a change whose hashes were made anew is found by the chain, a lost row by the counts', async () => {
    const { folder } = await makeOne();
    const changedBy = async (sql: string) => {
      const copy = join(office.backups, 'changed');
      rmSync(copy, { recursive: true, force: true });
      cpSync(folder, copy, { recursive: true });
      const opened = new Database(database(copy));
      opened.exec(sql);
      opened.close();
      await resealed(copy);
      return (await checkBackup(copy)).faults.join();
    };
    expect(await changedBy(`${writableLog} update events set payload = '{}' where seq = 9`)).toContain('event 9');
    expect(await changedBy(`${writableLog} delete from events where seq = (select max(seq) from events)`)).toContain('the log ends at');
    expect(await changedBy(`delete from figures where (filing_id, cell) = (select filing_id, cell from figures limit 1)`)).toContain(
      'figures: ',
    );
    expect(await changedBy(`pragma foreign_keys = off; delete from units where kind = 'department'`)).toContain('foreign_key_check');
  });
});

describe('a restore', () => {
  it('puts the office back to the backup, keeps what stood aside, and the log tells of it', async () => {
    const { folder, manifest } = await makeOne();
    const store = await openStore(office.place);
    const district = districtIn(store, office.district);
    await typeCell(district.clerk(1), (await district.filing(1)).id, { cell, raw: '9' });
    const later = await eventHead(store.read);
    await store.close();
    const { aside } = await restoreTo(office.place, folder);
    const restored = await openStore(office.place);
    const { head } = databaseIn(manifest.stores.database);
    const [event] = await latestEvents(restored.read, { limit: 1 });
    expect(event).toMatchObject({
      seq: head.seq + 1,
      prev: head.hash,
      kind: 'backup.restored',
      actorId: 'console',
      payload: { madeAt: manifest.madeAt, manifest: manifest.hash, head },
    });
    await restored.close();
    const former = new Database(join(aside[0] ?? '', 'nianbao.db'), { readonly: true });
    expect(former.prepare('select max(seq) from events').pluck().get()).toBe(later.seq);
    former.close();
    expect(readdirSync(office.place.dataFolder).sort()).toEqual([
      expect.stringMatching(/^before-restore-/),
      'in-use',
      'nianbao.db',
      'nianbao.db-head',
      'session-secret',
    ]);
  });

  it('that is refused before anything was moved leaves what stood as it stood, and the next start goes on', async () => {
    const { folder } = await makeOne();
    const refusing = backedUpStores.map((store) => ({
      ...store,
      stage: async (...of: Parameters<typeof store.stage>) => ({
        ...(await store.stage(...of)),
        swap: () => Promise.reject(new Error('in use')),
      }),
    }));
    await expect(restoreBackup({ place: office.place, from: folder, contextOf: consoleContext, stores: refusing })).rejects.toThrow(
      'in use',
    );
    expect(readdirSync(office.place.dataFolder).filter((name) => /^restore-under-way|^\.restoring/.test(name))).toEqual([]);
    await (await openStore(office.place)).close();
  });

  it('clears the log of the former database: nothing of it is taken for the restored one', async () => {
    const { folder } = await makeOne();
    const store = await openStore(office.place);
    const district = districtIn(store, office.district);
    for (let version = 0; version < 20; version += 1)
      await typeCell(district.clerk(1), (await district.filing(1)).id, { cell, raw: String(version), baseVersion: version });
    const file = databaseFile(office.place.dataFolder);
    // As a process that was killed leaves them.
    for (const suffix of ['', '-wal', '-shm']) cpSync(`${file}${suffix}`, join(office.backups, `killed${suffix}`));
    await store.close();
    for (const suffix of ['', '-wal', '-shm']) renameSync(join(office.backups, `killed${suffix}`), `${file}${suffix}`);
    const { aside } = await restoreTo(office.place, folder);
    expect([existsSync(`${file}-wal`), existsSync(`${file}-shm`), readdirSync(aside[0] ?? '').sort()]).toEqual([
      false,
      false,
      ['nianbao.db', 'nianbao.db-head', 'nianbao.db-shm', 'nianbao.db-wal'],
    ]);
    const restored = await openStore(office.place);
    const again = districtIn(restored, office.district);
    expect((await typeCell(again.clerk(1), (await again.filing(1)).id, { cell, raw: '5' })).outcome).toBe('saved');
    await restored.close();
    const plain = new Database(file, { readonly: true });
    expect(plain.pragma('integrity_check', { simple: true })).toBe('ok');
    plain.close();
  });

  it('makes an office of an empty folder', async () => {
    const { folder } = await makeOne();
    rmSync(office.place.dataFolder, { recursive: true });
    expect((await restoreTo(office.place, folder)).aside).toEqual([]);
    const store = await openStore(office.place);
    expect((await districtIn(store, office.district).filing(0)).status).toBe('approved');
    await store.close();
  });

  it('is refused while the program runs on the folder, and the program while it is restored', async () => {
    const { folder } = await makeOne();
    const store = await openStore(office.place);
    await expect(restoreTo(office.place, folder)).rejects.toThrow('is in use by a running program');
    await store.close();
    await restoreTo(office.place, folder);
  });

  it('of a damaged backup, or of one of a newer program, changes nothing', async () => {
    const databaseHash = async () => (await listedFile(office.place.dataFolder, 'nianbao.db')).sha256;
    const { folder } = await makeOne();
    const untouched = await databaseHash();
    truncateSync(database(folder), 8192);
    await expect(restoreTo(office.place, folder)).rejects.toThrow('the backup is damaged');
    const newer = (await makeOne()).folder;
    const opened = new Database(database(newer));
    opened.exec(`insert into __drizzle_migrations (hash, created_at) values ('of tomorrow', 4000000000000)`);
    opened.close();
    await resealed(newer, (said) => ({ ...said, migration: { at: 4_000_000_000_000, name: null } }));
    await expect(restoreTo(office.place, newer)).rejects.toThrow('made by a newer program');
    expect([await databaseHash(), readdirSync(office.place.dataFolder).sort()]).toEqual([
      untouched,
      ['in-use', 'nianbao.db', 'session-secret'],
    ]);
  });
});

describe('broken off', () => {
  it('a backup is whole or there is none, wherever it is killed', async () => {
    for (const point of ['', 'database/nianbao.db', 'manifest.json']) {
      const to = join(office.backups, `killed-at-${point.length}`);
      await killedOnce(to, point);
      const found = listBackups(to);
      for (const { name } of found) expect([name, (await checkBackup(join(to, name))).faults]).toEqual([name, []]);
      const next = await makeBackup({ place: office.place, to, reason: 'asked' });
      expect([listBackups(to).length, (await checkBackup(next.folder)).faults]).toEqual([found.length + 1, []]);
    }
  });

  it('clears away after an hour what a killed backup left', async () => {
    await makeOne();
    const left = join(office.backups, '.making-20261130T081500.123Z-1');
    mkdirSync(left);
    await makeOne();
    expect(existsSync(left)).toBe(true);
    await makeBackup({ place: office.place, to: office.backups, reason: 'asked', now: () => new Date(Date.now() + 3_700_000) });
    expect(existsSync(left)).toBe(false);
  });

  it('a restore that ends between what was and what is to be is not started on, and is done by doing it again', async () => {
    const { folder } = await makeOne();
    const [whole] = backedUpStores;
    if (!whole) throw new Error('the database is a store');
    const broken: BackedUpStore = {
      ...whole,
      async stage(...asked) {
        const staged = await whole.stage(...asked);
        return {
          ...staged,
          async swap() {
            rmSync(databaseFile(office.place.dataFolder));
            throw new Error('the machine was switched off');
          },
        };
      },
    };
    await expect(restoreBackup({ place: office.place, from: folder, contextOf: consoleContext, stores: [broken] })).rejects.toThrow(
      'switched off',
    );
    await expect(openStore(office.place)).rejects.toThrow('run nianbao db restore again');
    await restoreTo(office.place, folder);
    await (await openStore(office.place)).close();
  });
});

/** Kills a process that makes backups as soon as what it is making has come so far. @param point a file in what is being made */
async function killedOnce(to: string, point: string): Promise<void> {
  const script = fileURLToPath(new URL('./testing/backs-up.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, office.place.dataFolder, to], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  const isThere = () => existsSync(to) && readdirSync(to).some((name) => name.startsWith('.making-') && existsSync(join(to, name, point)));
  while (!isThere() && child.exitCode === null) await new Promise(setImmediate);
  child.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
}

/** One damage of a copy: a bit, a cut, a file that is gone or another's. */
