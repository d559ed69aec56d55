import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeSetting } from '@/db/store';
import { openStore } from '@/db/store/open-store';
import { freshDatabase } from '@/db/testing/fresh-postgres';
import { writableLog } from '@/db/testing/writable-log';
import { runCli } from '@/server/cli/testing/run-cli';
import { readEnv } from '@/server/env';
import { openFirstDoor } from './first-door';
import { NotStarted } from './not-started';
import { markOffice } from './office-marker';
import { recogniseData, requireSoundLogEnd } from './recognise-data';
import { anOfficeOnDisk, fiftyCells, type OfficeOnDisk, serving } from './testing/office-process';

let office: OfficeOnDisk;
let parent: string;
let folder: string;
let file: string;
beforeAll(async () => {
  office = await anOfficeOnDisk();
});
afterAll(() => rmSync(office.dataFolder, { recursive: true, force: true }));
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'nianbao-data-'));
  folder = join(parent, 'data');
  file = join(folder, 'nianbao.db');
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

const withOffice = () => cpSync(office.dataFolder, folder, { recursive: true });
const recognise = (variables: Readonly<Record<string, string | undefined>> = {}, wantsEmpty = false) =>
  recogniseData(readEnv({ NIANBAO_DATA: folder, ...variables }), { wantsEmpty });
const refusal = (variables?: Readonly<Record<string, string | undefined>>, wantsEmpty?: boolean) =>
  recognise(variables, wantsEmpty).then(
    (recognised) => recognised.as,
    (error: unknown) => (error instanceof NotStarted ? error.message : Promise.reject(error)),
  );
const takeAway = (...suffixes: string[]) => {
  for (const suffix of suffixes) rmSync(`${file}${suffix}`, { force: true });
};
const change = (sql: string) => {
  const connection = new Database(file);
  connection.exec(sql);
  connection.close();
};
/** Everything below the parent, by its bytes. */
const bytes = () =>
  Object.fromEntries(
    readdirSync(parent, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(parentPath, name)))
          .digest('hex'),
      ]),
  );
const begun = async () => {
  const store = await openStore({ dataFolder: folder, databaseUrl: null });
  await store.migrate();
  const door = await openFirstDoor(store, readEnv({}));
  await store.close();
  markOffice(folder, 'sqlite');
  return door;
};

describe('what a start makes of the data it finds', () => {
  it('becomes the demonstration where nothing is, nothing is configured and nothing ever was', async () => {
    expect(await refusal({ PORT: '8080' })).toBe('new_demonstration');
    mkdirSync(folder);
    expect(await refusal({ HOST: '::1' })).toBe('new_demonstration');
  });

  it.each([
    { NEXTAUTH_URL: 'https://nianbao.example.gov.cn' },
    { HOST: '0.0.0.0' },
    { NEXTAUTH_URL: 'http://127.0.0.1:3000', HOST: '10.0.0.7' },
  ])('is refused where nothing is and %j is configured; --empty begins an office', async (variables) => {
    expect(await refusal(variables)).toMatch(/nianbao\.db：这里没有数据。.*NEXTAUTH_URL|HOST=/s);
    expect(await refusal(variables)).toMatch(/npm start -- --empty.*there is no data here/s);
    expect(await refusal(variables, true)).toBe('new_office');
    expect(existsSync(folder)).toBe(false);
  });

  it('is refused where an office is that has moved to PostgreSQL since, when nobody says where', async () => {
    withOffice();
    markOffice(folder, 'postgres');
    expect(await refusal()).toMatch(/已移到 PostgreSQL.*设置 DATABASE_URL/s);
    markOffice(folder, 'sqlite');
    expect(await refusal()).toBe('office');
  });

  it('goes on with an office, also one in which nobody is yet, and writes nothing', async () => {
    withOffice();
    const before = bytes();
    expect([await refusal(), await refusal({ NEXTAUTH_URL: 'https://nianbao.example.gov.cn' }), await refusal({}, true)]).toEqual(
      Array(3).fill('office'),
    );
    expect(bytes()).toEqual(before);
    rmSync(folder, { recursive: true });
    expect((await begun()).greeting('here')).toContain('here/setup/');
    expect(await refusal()).toBe('office');
  });

  it('takes a database without anybody, as `db migrate` leaves it, for nothing', async () => {
    await runCli(['db', 'migrate'], { NIANBAO_DATA: folder });
    expect([await refusal(), await refusal({}, true)]).toEqual(['new_demonstration', 'new_office']);
    expect(await refusal({ NEXTAUTH_URL: 'https://nianbao.example.gov.cn' })).toContain('这里没有数据');
  });

  it('keeps the demonstration to this machine, and out of a folder that was an office', async () => {
    const store = await openStore({ dataFolder: folder, databaseUrl: null });
    await store.migrate();
    await store.tx((tx) => writeSetting(tx, 'isDemonstration', true));
    await store.close();
    expect(await refusal()).toBe('demonstration');
    for (const variables of [{ HOST: '0.0.0.0' }, { NEXTAUTH_URL: 'https://nianbao.example.gov.cn' }])
      expect(await refusal(variables)).toMatch(/这里是演示数据.*NIANBAO_DATA.*serves this machine only/s);
    markOffice(folder, 'sqlite');
    expect(await refusal()).toMatch(/这里原有正式数据.*现在是演示数据/s);
  });
});

describe('an office that is not where it was', () => {
  it.each([
    ['the folder is gone', () => rmSync(folder, { recursive: true })],
    ['nothing is mounted', () => readdirSync(folder).map((name) => rmSync(join(folder, name)))],
    ['all files of the database are gone', () => takeAway('', '-wal', '-shm', '-head')],
    ['the database is gone', () => takeAway('')],
    [
      'the tables are there and nobody in them',
      async () => {
        takeAway('', '-wal', '-shm', '-head');
        const store = await openStore({ dataFolder: folder, databaseUrl: null });
        await store.migrate();
        await store.close();
      },
    ],
  ] as const)('%s: told, with and without --empty, and nothing is written', async (_, lose) => {
    withOffice();
    markOffice(folder, 'sqlite');
    await lose();
    const before = bytes();
    for (const wantsEmpty of [false, true])
      expect(await refusal({}, wantsEmpty)).toMatch(/nianbao\.db：这里原有正式数据（20\d\d-\d\d-\d\d 起）.*挂载.*db restore.*is mounted/s);
    expect(bytes()).toEqual(before);
    const cli = await runCli(['db', 'migrate'], { NIANBAO_DATA: folder });
    expect([cli.code, cli.stderr]).toEqual([2, expect.stringContaining('这里原有正式数据')]);
    expect(bytes()).toEqual(before);
  });

  it('was on PostgreSQL, and DATABASE_URL is not set any more', async () => {
    markOffice(folder, 'postgres');
    expect(await refusal()).toMatch(/这里原有正式数据.*DATABASE_URL/s);
  });

  it('never had a marker, and its head stands there without it', async () => {
    withOffice();
    rmSync(file);
    expect(await refusal()).toMatch(/数据库文件不见了.*nianbao\.db-head.*the database file is gone/s);
  });
});

describe('PostgreSQL', () => {
  it('is no demonstration, and an empty one begins an office only where that is asked for', async () => {
    const DATABASE_URL = await freshDatabase();
    expect(await refusal({ DATABASE_URL })).toMatch(/PostgreSQL .*这里没有数据。配置了 DATABASE_URL.*--empty/s);
    expect(await refusal({ DATABASE_URL }, true)).toBe('new_office');
    markOffice(folder, 'postgres');
    expect(await refusal({ DATABASE_URL }, true)).toMatch(/PostgreSQL .*这里原有正式数据/s);
  });

  it('that does not answer is told without the password', async () => {
    const said = await refusal({ DATABASE_URL: 'postgres://clerk:secret@127.0.0.1:1/nianbao' });
    expect(said).toMatch(/PostgreSQL 127\.0\.0\.1:1\/nianbao：连接不上数据库（ECONNREFUSED）/);
    expect(said).not.toContain('secret');
  });
});

describe('a database that is not sound', () => {
  const page = 4096;
  it.each([
    ['0 bytes', /空的（0 字节）.*db restore.*0 bytes/s, () => writeFileSync(file, '')],
    ['zeros', /不是数据库文件.*no database file/s, () => writeFileSync(file, Buffer.alloc(statSync(file).size))],
    ['a pointer to another file', /不是数据库文件/, () => writeFileSync(file, 'version https://git-lfs.github.com/spec/v1\n')],
    ['cut in half', /已损坏.*db restore.*is damaged/s, () => truncateSync(file, Math.floor(statSync(file).size / 2 / page) * page)],
    ['cut within a page', /已损坏/, () => truncateSync(file, statSync(file).size - 1000)],
    ['a page overwritten', /已损坏/, () => overwrite(rootPageOf('logged_events') * page - page, Buffer.alloc(page, 0xa5))],
    [
      'another program',
      /别的程序的数据库/,
      () => {
        takeAway('');
        change('create table notes (id integer primary key, text text)');
      },
    ],
    [
      'a newer program',
      /更新或另一版本的程序.*升级程序.*Upgrade/s,
      () => change("insert into __drizzle_migrations (hash, created_at) values ('f', 4102444800000)"),
    ],
    [
      'a migration left out',
      /另一版本的程序（数据结构 - 0003_rule_notes）/,
      () =>
        change(
          'delete from __drizzle_migrations where created_at = (select created_at from __drizzle_migrations order by created_at limit 1 offset 3)',
        ),
    ],
    ['behind a log that cannot be opened', /数据库打不开（unable to open.*不表示数据有损坏.*says nothing/s, () => mkdirSync(`${file}-wal`)],
    ['read-only', /nianbao\.db：只读.*chmod u\+w.*read-only/s, () => chmodSync(file, 0o444)],
    ['in a read-only folder', /data：只读/, () => chmodSync(folder, 0o555)],
    [
      'an older copy of itself',
      /数据库不完整：操作记录应到第 \d+ 条，实际到第 \d+ 条/,
      () => change(`${writableLog} delete from events where seq > 3`),
    ],
    [
      'the log told anew',
      /数据库不完整/,
      () => change(`${writableLog} update events set hash = 'f' where seq = (select max(seq) from events)`),
    ],
  ])('%s: told, and not a byte of it is changed', async (_, sentence, damage) => {
    withOffice();
    damage();
    const before = bytes();
    expect(await refusal()).toMatch(sentence);
    expect(await refusal({ NEXTAUTH_URL: 'https://nianbao.example.gov.cn' }, true)).toMatch(sentence);
    const cli = await runCli(['db', 'migrate'], { NIANBAO_DATA: folder });
    expect([cli.code, cli.stdout, cli.stderr]).toEqual([2, '', expect.stringMatching(sentence)]);
    expect(bytes()).toEqual(before);
    chmodSync(folder, 0o700);
  });

  it('events at its end that do not hold together are told before anybody is let in', async () => {
    withOffice();
    change(`${writableLog} update events set actor_name = '别人' where seq = (select max(seq) - 3 from events)`);
    const store = await openStore({ dataFolder: folder, databaseUrl: null });
    const env = readEnv({ NIANBAO_DATA: folder });
    await expect(requireSoundLogEnd(store, env)).rejects.toThrow(/操作记录第 \d+ 条与前文不符（changed）.*audit verify/s);
  });

  const rootPageOf = (table: string): number => {
    const connection = new Database(file, { readonly: true });
    const root = connection.prepare('select rootpage from sqlite_schema where name = ?').pluck().get(table) as number;
    connection.close();
    takeAway('-wal', '-shm');
    return root;
  };
  const overwrite = (at: number, with_: Buffer) => {
    const contents = readFileSync(file);
    with_.copy(contents, at);
    writeFileSync(file, contents);
  };
});

describe('a database whose process was killed', () => {
  it('is sound with its log, however often; without it, is known to lack what was acknowledged', async () => {
    for (let round = 0; round < 2; round += 1) {
      const served = await serving(office);
      await served.save(fiftyCells, 0).answers;
      const busy = fiftyCells.map((cell) => served.save([cell], 1).answers.catch(() => null));
      await Promise.race(busy);
      served.kill('SIGKILL');
      await Promise.all(busy);
      await served.ended;
      folder = served.dataFolder;
      file = join(folder, 'nianbao.db');
      expect(await refusal()).toBe('office');
      takeAway('-wal', '-shm');
      expect(await refusal()).toMatch(/数据库不完整.*-wal 文件丢失/);
      await served.remove();
    }
  });
});

describe('the process itself', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const start = (variables: Record<string, string>) =>
    new Promise<{ code: number | null; said: string }>((resolve) => {
      const env = { ...process.env, NODE_ENV: 'production' as const, PORT: '9', NIANBAO_DATA: folder, ...variables };
      const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], { cwd: root, env });
      let said = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk));
      child.once('close', (code) => resolve({ code, said }));
    });

  it('ends with 2 and the sentence, nothing else', async () => {
    withOffice();
    writeFileSync(file, '');
    const before = bytes();
    expect(await start({})).toEqual({
      code: 2,
      said: expect.stringMatching(/^\S+nianbao\.db：数据库文件是空的[^\n]*\n[^\n]*0 bytes[^\n]*\n$/),
    });
    expect(bytes()).toEqual(before);
    rmSync(folder, { recursive: true });
    expect(await start({ NEXTAUTH_URL: 'https://nianbao.example.gov.cn' })).toEqual({ code: 2, said: expect.stringContaining('--empty') });
    expect(existsSync(folder)).toBe(false);
  });
});
