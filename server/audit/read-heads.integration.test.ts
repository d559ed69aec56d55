import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertUnit } from '@/db/store';
import { openStore } from '@/db/store/open-store';
import { writableLog } from '@/db/testing/writable-log';
import { runCli } from '../cli/testing/run-cli';
import { chainEvent, type EventFacts } from '../domain/audit';
import { headLine } from './head-line';
import { readHeads } from './read-heads';

const published = fileURLToPath(new URL('../domain/testing/reports/pingtan-2022.json', import.meta.url));
const hash = 'ab'.repeat(32);
let folder: string;
let data: string;
let whole: Buffer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-heads-'));
  data = join(folder, 'data');
  const store = await openStore({ dataFolder: data, databaseUrl: null });
  await store.migrate();
  const root = { id: 'root', parentId: null, path: ['root'], name: '平潭综合实验区管委会', kind: 'government' as const };
  await store.tx((tx) => insertUnit(tx, { ...root, powers: [], sort: 0, opensOn: '2020-01-01', closesOn: null }));
  await store.close();
  await cli('import', published, '--unit', 'root', '--year', '2022');
  await cli('export', '--unit', 'root', '--year', '2022', '--scope', 'consolidated', '--as', 'json,bundle', '--out', join(folder, 'out'));
  await writeHead();
  // The log goes on after what was kept.
  for (let more = 0; more < 3; more += 1)
    await cli('export', '--unit', 'root', '--year', '2022', '--scope', 'consolidated', '--as', 'csv', '--out', join(folder, 'out'));
  whole = readFileSync(join(data, 'nianbao.db'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cli = (...args: string[]) => runCli(args, { NIANBAO_DATA: data });
const exported = (end: string) => join(folder, 'out', readdirSync(join(folder, 'out')).find((name) => name.endsWith(end)) ?? '');
const daily = () => join(folder, 'heads.txt');

async function writeHead(): Promise<void> {
  const { stdout } = await cli('audit', 'head');
  writeFileSync(daily(), `# heads, a line a day\n${stdout}`);
  const [, seq, link] = / (\d+):([0-9a-f]{64})/.exec(stdout) ?? [];
  // As a backup's manifest names it.
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({ kind: 'backup', files: [], log: { head: { seq: Number(seq), hash: link } } }),
  );
}

/** Somebody is at the log of the database. */
function tamper(work: (plain: Database.Database) => void): void {
  writeFileSync(join(data, 'nianbao.db'), whole);
  const plain = new Database(join(data, 'nianbao.db'));
  plain.exec(writableLog);
  work(plain);
  plain.close();
}

/** From the first event on, as if somebody else had done it all. */
function madeAnew(plain: Database.Database): void {
  let prev = '0'.repeat(64);
  for (const row of plain.prepare('select * from events order by seq').all() as Record<string, string>[]) {
    const facts = {
      kind: row.kind,
      at: row.at,
      actorId: row.actor_id,
      actorName: '另一个人',
      unitId: row.unit_id,
      objectType: row.object_type,
      objectId: row.object_id,
      period: row.period,
      payload: JSON.parse(row.payload ?? ''),
      reason: row.reason,
      requestId: row.request_id,
      sessionHash: row.session_hash,
      ip: row.ip,
    } as unknown as EventFacts;
    const event = chainEvent(facts, Number(row.seq), prev);
    plain.prepare('update events set actor_name = ?, hash = ? where seq = ?').run(event.actorName, event.hash, event.seq);
    prev = event.hash;
  }
}

describe('T44: a head that was kept', () => {
  const kept = (): [string, string][] => [
    ['a file of daily heads', daily()],
    ['the manifest of a backup', join(folder, 'manifest.json')],
    ['the JSON of an edition', exported('.json')],
    ['a bundle', exported('.zip')],
    ['SEQ:HASH', / (\d+:[0-9a-f]{64})/.exec(readFileSync(daily(), 'utf8'))?.[1] ?? ''],
    ['a hash alone', /:([0-9a-f]{64})/.exec(readFileSync(daily(), 'utf8'))?.[1] ?? ''],
  ];

  it('is in the log as long as nobody is at it, wherever it was kept', async () => {
    writeFileSync(join(data, 'nianbao.db'), whole);
    for (const [what, head] of kept()) {
      const { code, stdout, stderr } = await cli('audit', 'verify', '--head', head);
      expect([what, code, stderr, stdout]).toEqual([what, 0, '', expect.stringContaining('在链中')]);
    }
  });

  it('shows a cut tail, which the chain alone does not', async () => {
    tamper((plain) => plain.exec("delete from events where seq >= (select min(seq) from events where kind = 'report.imported')"));
    for (const [what, head] of kept()) expect([what, (await cli('audit', 'verify', '--head', head)).code]).toEqual([what, 1]);
    const { heads } = JSON.parse((await cli('audit', 'verify', '--json', '--head', daily())).stdout) as { heads: { found: boolean }[] };
    expect(heads.map((head) => head.found)).toEqual([false]);
  });

  it('shows a chain that was made anew from its first event, which fits by itself and has the same ledger', async () => {
    tamper(madeAnew);
    expect(await cli('audit', 'verify')).toMatchObject({ stdout: expect.stringContaining('首尾相连') });
    for (const [what, head] of kept()) expect([what, (await cli('audit', 'verify', '--head', head)).code]).toEqual([what, 1]);
  });
});

describe('what names heads', () => {
  const file = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const found = (given: string) => readHeads(given).map(({ seq, hash: link, of }) => [seq, link.slice(0, 2), of]);

  it('is read from lines, JSON in any depth, lines of JSON, zips, and the words of a sheet', () => {
    const { text, json } = headLine({ seq: 7, hash }, new Date('2026-11-30T01:00:00Z'));
    expect(text).toBe(`nianbao-head 2026-11-30T01:00:00.000Z 7:${hash}`);
    expect(found(file('lines', `Nov 30 09:00:00 host cron: ${text}\nnothing\n8:${hash}\n`))).toEqual([
      [7, 'ab', 'event'],
      [8, 'ab', 'event'],
    ]);
    expect(found(file('json', JSON.stringify({ a: [{ b: { head: { seq: 9, hash } } }] })))).toEqual([[9, 'ab', 'event']]);
    expect(found(file('jsonl', `${JSON.stringify(json)}\n${JSON.stringify({ level: 30, msg: text })}\n`))).toEqual([
      [7, 'ab', 'event'],
      [7, 'ab', 'event'],
    ]);
    expect(found(file('older.json', JSON.stringify({ kind: 'annual-report', edition: 2, contentHash: hash })))).toEqual([
      [null, 'ab', 'content'],
    ]);
    const manifest = strToU8(JSON.stringify({ log: { seq: 3, hash } }));
    expect(found(file('b.zip', zipSync({ 'manifest.json': manifest, 'x.pdf': strToU8('x') })))).toEqual([[3, 'ab', 'event']]);
    expect(found(`第 12 条:${hash}`)).toEqual([[12, 'ab', 'event']]);
    expect(found(hash.toUpperCase())).toEqual([[null, 'ab', 'event']]);
  });

  it.each([
    ['no file and no hash', () => 'nothing-of-the-kind'],
    ['a file without a head', () => file('empty.json', '{"seq": 1}')],
    ['a draft, whose content no event names', () => file('draft.json', JSON.stringify({ edition: null, contentHash: hash }))],
    ['a zip without a manifest', () => file('c.zip', zipSync({ 'x.pdf': strToU8('x') }))],
    ['half a zip', () => file('d.zip', zipSync({ 'manifest.json': strToU8('{}') }).subarray(0, 40))],
  ])('%s: exit 2 with a sentence', async (_, given) => {
    const { code, stdout, stderr } = await cli('audit', 'verify', '--head', given());
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining('--head')]);
  });
});
