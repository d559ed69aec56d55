import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertUnit } from '@/db/store';
import { openStore } from '@/db/store/open-store';
import { encoderOf } from '@/server/domain/testing/encoder-of';
import { readHtml } from '@/server/imports/html-tables';
import { expectListedFiles } from '../testing/listed-files';
import { runCli, spawnCli, spawnCliUnread } from './testing/run-cli';

const reports = fileURLToPath(new URL('../domain/testing/reports', import.meta.url));
const report = (name: string) => join(reports, `${name}.json`);
const complete = ['hongze-2023', 'pingtan-2021', 'pingtan-2022', 'shanghai-office-2019', 'suqian-2023'];

/** Five years, each filed, reviewed, printed in ten files and read again. */
const twelveMinutes = 720_000;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('rehearse', () => {
  it(
    'prints same for every complete published report and names the table rules it breaks in print',
    async () => {
      const { code, stdout } = await runCli(['rehearse', ...complete.map(report), '--json', '--out', join(folder, 'faces')]);
      const { files } = JSON.parse(stdout) as {
        files: {
          file: string;
          same: boolean;
          differences: unknown[];
          breaks: string[];
          breakDetails: { published: number; computed: number }[];
          faces: string[];
        }[];
      };
      expect(files.map((file) => [file.same, file.differences])).toEqual(complete.map(() => [true, []]));
      expect(files.map((file) => file.breaks)).toEqual([['t4-sum'], [], [], [], []]);
      expect(files[0]?.breakDetails.map((detail) => [detail.published, detail.computed])).toEqual([
        [0, 11],
        [0, 5],
      ]);
      expect(files[0]?.faces).toHaveLength(10);
      expect(code).toBe(0);
    },
    twelveMinutes,
  );

  it('splits a consolidated report into as many units as asked, another seed another year, the same report', async () => {
    const { code, stdout } = await runCli(['rehearse', report('pingtan-2022'), '--units', '3', '--seed', '7']);
    expect(stdout).toContain('same');
    expect(code).toBe(0);
  });

  it('refuses a number of units that is none, with exit 2', async () => {
    const { code, stderr } = await runCli(['rehearse', report('pingtan-2022'), '--units', '0']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('--units')]);
  });
});

describe('check', () => {
  it('exits 1 with the finding that the published totals were left at 0', async () => {
    const { code, stdout } = await runCli(['check', report('hongze-2023'), '--json']);
    const [file] = (
      JSON.parse(stdout) as { files: { verdict: { must_fix: number }; findings: { rule: string; left: number; right: number }[] }[] }
    ).files;
    expect(file?.findings.filter((finding) => finding.rule === 't4-sum').map((finding) => [finding.left, finding.right])).toEqual([
      [0, 11],
      [0, 5],
    ]);
    expect(file?.verdict.must_fix).toBe(2);
    expect(code).toBe(1);
  });

  it('does without a rule that the overlay switches off, says so, and refuses an overlay with a slip', async () => {
    const overlay = join(folder, 'overlay.json');
    writeFileSync(overlay, JSON.stringify({ version: '示例市 1', switchedOff: { 't4-sum': '市里另行核对' } }));
    const { stdout } = await runCli(['check', report('hongze-2023'), '--json', '--overlay', overlay]);
    const [file] = (JSON.parse(stdout) as { files: { verdict: { must_fix: number }; switched_off: unknown[]; pack_version: string }[] })
      .files;
    expect([file?.verdict.must_fix, file?.switched_off]).toEqual([0, [{ rule: 't4-sum', reason: '市里另行核对' }]]);
    expect(file?.pack_version).toContain('示例市 1');
    writeFileSync(overlay, JSON.stringify({ version: '示例市 1', switchedOff: { 't4-sum': '' } }));
    const refused = await runCli(['check', report('hongze-2023'), '--overlay', overlay]);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('switchedOff.t4-sum')]);
  });

  it.each([
    ['a file that is not there', 'nowhere.json', 'nowhere.json'],
    ['a half-written file', '{"kind": "annual-report", "figures": {', '行'],
    [
      'an unknown format',
      JSON.stringify({ kind: 'annual-report', format: '1999', scope: 'own_organ', organ: '示例局', year: 2023, figures: {} }),
      '1999',
    ],
    [
      'an unknown cell',
      JSON.stringify({
        kind: 'annual-report',
        format: '2021',
        scope: 'own_organ',
        organ: '示例局',
        year: 2023,
        figures: { 's3.grantd.total': 1 },
      }),
      's3.grantd.total',
    ],
    [
      'a negative count',
      JSON.stringify({
        kind: 'annual-report',
        format: '2021',
        scope: 'own_organ',
        organ: '示例局',
        year: 2023,
        figures: { 's3.granted.total': -1 },
      }),
      's3.granted.total',
    ],
  ])('%s: exit 2, a sentence with the place, nothing on stdout', async (name, content, place) => {
    const file = content === 'nowhere.json' ? join(folder, content) : join(folder, `${name.replaceAll(' ', '-')}.json`);
    if (content !== 'nowhere.json') writeFileSync(file, content);
    const { code, stdout, stderr } = await runCli(['check', file, '--json']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(place);
  });

  it('reads a file in the national encoding as it was written, with a notice, and refuses one whose words are lost', async () => {
    const [gbk, lost] = [join(folder, 'gbk.json'), join(folder, 'lost.json')];
    const bytes = encoderOf('gb18030')(readFileSync(report('hongze-2023'), 'utf8'));
    writeFileSync(gbk, bytes);
    writeFileSync(lost, new TextDecoder().decode(bytes));
    const [read, plain, refused] = [
      await runCli(['check', gbk, '--json']),
      await runCli(['check', report('hongze-2023'), '--json']),
      await runCli(['check', lost, '--json']),
    ];
    expect(read.stdout.replaceAll('gbk.json', 'hongze-2023.json')).toContain('t4-sum');
    expect([read.code, read.stderr]).toEqual([plain.code, expect.stringContaining('GB18030')]);
    expect([refused.code, refused.stdout, refused.stderr]).toEqual([2, '', expect.stringContaining('个读不出的字')]);
  });

  it('refuses a previous report of another organ', async () => {
    const { code, stderr } = await runCli(['check', report('pingtan-2022'), '--previous', report('suqian-2023')]);
    expect(code).toBe(2);
    expect(stderr).toContain('suqian-2023');
  });

  it('compares with last year’s report of the same organ', async () => {
    const { code, stdout } = await runCli(['check', report('pingtan-2022'), '--previous', report('pingtan-2021'), '--json']);
    const [file] = (JSON.parse(stdout) as { files: { findings: { rule: string; severity: string }[] }[] }).files;
    expect(file?.findings.filter((finding) => finding.severity === 'must_fix')).toEqual([]);
    expect([0, 1]).toContain(code);
  });
});

describe('import, export, audit', () => {
  const env = () => ({ NIANBAO_DATA: join(folder, 'data') });

  beforeAll(async () => {
    const store = await openStore({ dataFolder: join(folder, 'data'), databaseUrl: null });
    await store.migrate();
    await store.tx((tx) =>
      insertUnit(tx, {
        id: 'root',
        parentId: null,
        path: ['root'],
        name: '平潭综合实验区管委会',
        kind: 'government',
        powers: [],
        sort: 0,
        opensOn: '2020-01-01',
        closesOn: null,
      }),
    );
    await store.close();
  });

  it('adopts a published report as an edition, writes its faces, and gives the same figures back', async () => {
    const imported = await runCli(['import', report('pingtan-2022'), '--unit', 'root', '--year', '2022'], env());
    expect([imported.code, imported.stdout]).toEqual([0, expect.stringContaining('edition 1')]);
    expect(imported.stdout).not.toContain('缺损');
    const exported = await runCli(
      [
        'export',
        '--unit',
        '平潭综合实验区管委会',
        '--year',
        '2022',
        '--scope',
        'consolidated',
        '--as',
        'docx,json',
        '--out',
        join(folder, 'out'),
      ],
      env(),
    );
    expect(exported.code).toBe(0);
    const json = exported.stdout.split('\n').find((path) => path.endsWith('.json')) as string;
    const figures = (file: string) => (JSON.parse(readFileSync(file, 'utf8')) as { figures: Record<string, unknown> }).figures;
    expect(figures(json)).toEqual(figures(report('pingtan-2022')));
  });

  it('writes the 图解 of an edition, and its trend from the editions of the years before', async () => {
    const before = await runCli(['import', report('pingtan-2021'), '--unit', 'root', '--year', '2021'], env());
    expect([before.code, before.stderr]).toEqual([0, '']);
    const unit = ['--unit', '平潭综合实验区管委会', '--year', '2022', '--scope', 'consolidated'];
    const exported = await runCli(['export', ...unit, '--as', 'digest-html,digest-pdf,bundle', '--out', join(folder, 'out')], env());
    expect([exported.code, exported.stderr]).toEqual([0, '']);
    const [html = '', pdf = '', bundle = ''] = exported.stdout.trim().split('\n');
    const published = JSON.parse(readFileSync(report('pingtan-2021'), 'utf8')) as { figures: Record<string, number> };
    const row = readHtml(readFileSync(html, 'utf8'))
      .tables.flatMap((table) => table.rows.map((cells) => cells.map((cell) => cell.text)))
      .find(([head]) => head === '2021年');
    expect(row).toEqual(['2021年', String(published.figures['s3.new_received.total']), String(published.figures['s3.result_total.total'])]);
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
    const manifest = JSON.parse(strFromU8(unzipSync(readFileSync(bundle))['manifest.json'] ?? new Uint8Array()));
    expect(manifest.trend).toEqual([{ year: 2021, edition: 1, contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  });

  it('says what of a file was not there when it is adopted, as a check of it does', async () => {
    const published = JSON.parse(readFileSync(report('pingtan-2022'), 'utf8')) as { figures: Record<string, unknown> };
    const kept = Object.entries(published.figures).filter(([cell]) => !/^s3\.(?:carried_out|result_total)\./.test(cell));
    const file = join(folder, 'cut.json');
    writeFileSync(file, JSON.stringify({ ...published, figures: Object.fromEntries(kept) }));
    const [checked, imported] = [await runCli(['check', file]), await runCli(['import', file, '--unit', 'root', '--year', '2022'], env())];
    for (const { stdout } of [checked, imported]) expect(stdout).toMatch(/缺损 .*其后没有读到。/);
  });

  it('names units that come near when a unit is not there', async () => {
    const { code, stderr } = await runCli(['import', report('pingtan-2022'), '--unit', '平潭', '--year', '2022'], env());
    expect([code, stderr]).toEqual([2, expect.stringContaining('平潭综合实验区管委会')]);
  });

  it('refuses a file of another year than the one asked for', async () => {
    const { code, stderr } = await runCli(['import', report('pingtan-2022'), '--unit', 'root', '--year', '2023'], env());
    expect([code, stderr]).toEqual([2, expect.stringContaining('2022')]);
  });

  it('verifies the log, finds a head kept elsewhere, and misses one that never was', async () => {
    const verified = await runCli(['audit', 'verify', '--json'], env());
    const { head, fault, events } = JSON.parse(verified.stdout) as { head: string; fault: unknown; events: number };
    expect([verified.code, fault, events > 0]).toEqual([0, null, true]);
    expect((await runCli(['audit', 'verify', '--head', head], env())).code).toBe(0);
    expect((await runCli(['audit', 'verify', '--head', 'f'.repeat(64)], env())).code).toBe(1);
  });
});

describe('export --all-units', () => {
  const env = () => ({ NIANBAO_DATA: join(folder, 'units') });
  const organs = ['示例区档案局', '示例区水务局'];
  const unit = (id: string, name: string, parent: string | null, sort: number) => ({
    id,
    parentId: parent,
    path: parent === null ? [id] : [parent, id],
    name,
    kind: parent === null ? ('government' as const) : ('department' as const),
    powers: [],
    sort,
    opensOn: '2020-01-01',
    closesOn: null,
  });
  const pack = (out: string, ...more: string[]) =>
    runCli(['export', '--all-units', '--year', '2022', '--as', 'docx,xlsx,json', '--out', join(folder, out), ...more], env());

  beforeAll(async () => {
    const store = await openStore({ dataFolder: join(folder, 'units'), databaseUrl: null });
    await store.migrate();
    await store.tx(async (tx) => {
      await insertUnit(tx, unit('area', '示例区人民政府', null, 0));
      for (const [index, organ] of organs.entries()) await insertUnit(tx, unit(`unit-${index}`, organ, 'area', index + 1));
    });
    await store.close();
    const published = JSON.parse(readFileSync(report('pingtan-2022'), 'utf8')) as object;
    const file = join(folder, 'archives-2022.json');
    writeFileSync(file, JSON.stringify({ ...published, scope: 'own_organ', organ: organs[0] }));
    expect(await runCli(['import', file, '--unit', organs[0] ?? '', '--year', '2022'], env())).toMatchObject({ code: 0, stderr: '' });
  });

  it('writes one zip: a folder for each unit, a manifest of true hashes that names the unit without a report; made twice, the same bytes', async () => {
    const [first, second] = [await pack('once'), await pack('twice')];
    expect([first.code, second.code]).toEqual([0, 0]);
    const zips = [first, second].map(({ stdout }) => readFileSync(stdout.trim()));
    expect(zips[0]?.equals(zips[1] as Buffer)).toBe(true);
    const manifest = expectListedFiles<{
      year: number;
      files: { organ: string; name: string; bytes: number; sha256: string }[];
      left: { organ: string; why: string }[];
    }>(zips[0] ?? new Uint8Array());
    expect(manifest).toMatchObject({ kind: 'own-reports', year: 2022, state: 'edition' });
    expect(manifest.files.map((file) => [file.organ, file.name.split('/')[0], file.name.split('.').at(-1)])).toEqual(
      ['docx', 'xlsx', 'json'].map((kind) => [organs[0], organs[0], kind]),
    );
    expect(manifest.left.filter(({ organ }) => organ === organs[1])).toEqual([{ organ: organs[1], why: '还没有定稿版' }]);
  });

  it('takes no single unit, no scope of the whole and no bundle beside it', async () => {
    for (const more of [
      ['--unit', 'unit-0'],
      ['--scope', 'consolidated'],
      ['--edition', '1'],
    ])
      expect((await pack('refused', ...more)).code).toBe(2);
  });
});

it('every command has its --help', async () => {
  const commands = ['check', 'import', 'export', 'rehearse', 'db', 'user', 'audit'];
  for (const command of commands)
    expect(await runCli([command, '--help'])).toMatchObject({ code: 0, stdout: expect.stringContaining('Usage: nianbao') });
});

describe('a process of its own', () => {
  it('exits 1 when the answer is no, with the answer on stdout', async () => {
    const { code, stdout, stderr } = await spawnCli(['check', report('hongze-2023'), '--json']);
    expect([code, stderr, (JSON.parse(stdout) as { files: unknown[] }).files.length]).toEqual([1, '', 1]);
  });

  it('tells of what nobody foresaw by a sentence and a number, and no more; the log that is kept has the rest', async () => {
    const inside = /Failed query|SQLITE|ECONN|\.ts:\d|\bat \S+ \(|nianbao-cli-|127\.0\.0\.1/;
    const away = { NIANBAO_DATA: folder, DATABASE_URL: 'postgres://nobody:Secret1Xq@127.0.0.1:1/none' };
    const refused = await runCli(['db', 'migrate'], away);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('连接不上数据库')]);
    // Whoever runs the command configured the address; the password is told to nobody.
    expect(refused.stderr).not.toMatch(/Secret1Xq|Failed query|\bat \S+ \(/);
    const dataFolder = mkdtempSync(join(folder, 'fault-'));
    expect((await runCli(['db', 'migrate'], { NIANBAO_DATA: dataFolder })).code).toBe(0);
    const database = new Database(join(dataFolder, 'nianbao.db'));
    database.exec('alter table units rename to units_gone');
    database.close();
    const log = join(dataFolder, 'log');
    const failed = await runCli(['user', 'reset', 'zhangsan'], { NIANBAO_DATA: dataFolder, NIANBAO_LOG: log });
    expect([failed.code, failed.stderr]).toEqual([2, expect.stringMatching(/程序出错，没有办完。编号 [0-9a-f]{12}。详情在日志里。/)]);
    expect(failed.stderr).not.toMatch(inside);
    await expect.poll(() => readFileSync(log, 'utf8')).toMatch(/"request":"[0-9a-f]{12}".*no such table: units/);
  });

  it.each([
    ['check', 1, ['check', report('hongze-2023'), report('pingtan-2022'), '--json']],
    ['help', 0, ['--help']],
  ])('%s: who reads no further breaks nothing; the answer is the same', async (_, code, args) => {
    expect(await spawnCliUnread(args)).toEqual({ code, stderr: '' });
  });

  it('exits 2 when it is asked for what it has not, with a sentence on stderr', async () => {
    expect(await spawnCli(['no-such-command'])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('no-such-command') });
  });
});
