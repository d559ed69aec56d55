import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sqliteFile } from '@/db/testing/fresh-store';
import { writableLog } from '@/db/testing/writable-log';
import type { LedgerVerdict } from '../audit/verify-ledger';
import { aDistrict } from '../testing/a-district';
import { runCli } from './testing/run-cli';

let contents: Uint8Array | undefined;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-audit-'));
  contents ??= (
    await sqliteFile(
      async (store) =>
        void (await (await aDistrict(store)).approve({ 's3.granted.natural_person': 3, 's3.new_received.natural_person': 3 })),
    )
  ).contents;
  writeFileSync(join(folder, 'nianbao.db'), contents);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const audit = (...args: string[]) => runCli(['audit', ...args], { NIANBAO_DATA: folder });
const change = (statement: string) => new Database(join(folder, 'nianbao.db')).exec(statement).close();
const bytes = () =>
  readdirSync(folder).map((name) => [
    name,
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex'),
  ]);

describe('audit verify', () => {
  it('exits 0 when the ledger is as the log says, and leaves every byte and the folder as they were', async () => {
    const before = bytes();
    const { code, stdout, stderr } = await audit('verify');
    expect([code, stderr, stdout]).toEqual([0, '', expect.stringMatching(/首尾相连[\s\S]*0 处不符/)]);
    expect(bytes()).toEqual(before);
  });

  it('exits 1 for 999999 set beside the log, and names unit, quarter, cell, both values and the event', async () => {
    change(`update figures set value = 999999 where cell = 's3.granted.natural_person'`);
    const { code, stdout } = await audit('verify');
    expect(code).toBe(1);
    expect(stdout).toMatch(/✕ 示例区1局 2026 年第 1 季度 s3\.granted\.natural_person .*“999999”.*“3”（第 \d+ 条/);
    const { replay } = JSON.parse((await audit('verify', '--json')).stdout) as LedgerVerdict;
    expect(replay).toMatchObject({ differenceCount: 1, differences: [{ unit: '示例区1局', year: 2026, quarter: 1, replayed: '3' }] });
  });

  describe('from the point that was verified last', () => {
    const point = () => join(folder, 'kept.point');
    const fromPoint = (...more: string[]) => audit('verify', '--point', point(), '--key', join(folder, 'kept.key'), ...more);
    const seqKept = () => (JSON.parse(readFileSync(point(), 'utf8')) as { seq: number }).seq;
    const another = () =>
      change(
        `${writableLog} insert into events select seq + 1, at, kind, actor_id, actor_name, unit_id, object_type, object_id, period, payload, reason, request_id, session_hash, ip, hash, '${'0'.repeat(64)}' from events order by seq desc limit 1`,
      );

    it('goes on there, and finds nothing more to do; --whole does all of it again', async () => {
      expect(await fromPoint()).toMatchObject({ code: 0, stdout: expect.stringMatching(/^✓ \d+ 条记录首尾相连/) });
      const seq = seqKept();
      const again = await fromPoint();
      expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining(`✓ 自已核对的第 ${seq} 条起，0 条记录首尾相连`) });
      expect(again.stdout).toContain(`nothing has happened since event ${seq}`);
      expect(await fromPoint('--whole')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^✓ \d+ 条记录首尾相连/) });
      expect(seqKept()).toBe(seq);
    });

    it('finds what was added and does not fit, exits 1 and keeps the point as it was', async () => {
      await fromPoint();
      const seq = seqKept();
      another();
      expect(await fromPoint()).toMatchObject({ code: 1, stdout: expect.stringContaining(`第 ${seq + 1} 条记录与前文不符`) });
      expect(seqKept()).toBe(seq);
    });

    it('finds that the log was cut before the point, or made anew there', async () => {
      await fromPoint();
      change(`${writableLog} delete from events where seq > (select max(seq) - 3 from events)`);
      expect(await fromPoint()).toMatchObject({ code: 1, stdout: expect.stringContaining('记录被截断或重做') });
    });

    it('does not look at a filing to which nothing has happened since; --whole does', async () => {
      await fromPoint();
      change(`update figures set value = 999999 where cell = 's3.granted.natural_person'`);
      expect((await fromPoint()).code).toBe(0);
      expect((await fromPoint('--whole')).code).toBe(1);
    });

    it('believes no point that is signed with another key, or that somebody was at, and says what to do', async () => {
      await fromPoint();
      const other = await audit('verify', '--point', point(), '--key', join(folder, 'other.key'));
      expect([other.code, other.stderr]).toEqual([2, expect.stringContaining('--whole')]);
      writeFileSync(point(), readFileSync(point(), 'utf8').replace(/"seq":\d+/, '"seq":1'));
      expect((await fromPoint()).code).toBe(2);
      writeFileSync(point(), 'nothing');
      expect((await fromPoint()).code).toBe(2);
      expect((await fromPoint('--whole')).code).toBe(0);
      expect((await fromPoint()).code).toBe(0);
    });

    it('is not asked for without its key', async () => {
      expect(await audit('verify', '--point', point())).toMatchObject({ code: 2, stderr: expect.stringContaining('--key') });
    });
  });

  it('judges the chain of an older schema, says what it did not do, exits 2, and migrates nothing', async () => {
    change('delete from __drizzle_migrations where created_at = (select max(created_at) from __drizzle_migrations)');
    const before = bytes();
    const { code, stdout, stderr } = await audit('verify');
    expect([code, stdout, stderr]).toEqual([2, expect.stringContaining('首尾相连'), expect.stringContaining('较早版本')]);
    expect(bytes()).toEqual(before);
    change(`${writableLog} update events set actor_name = 'x' where seq = 9`);
    expect((await audit('verify')).code).toBe(1);
  });

  it('verifies a file by its name, and refuses by a sentence what is none', async () => {
    expect((await runCli(['audit', 'verify', '--database', join(folder, 'nianbao.db')])).code).toBe(0);
    const { code, stdout, stderr } = await runCli(['audit', 'verify', '--database', join(folder, 'nowhere.db')]);
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining('没有数据库文件')]);
    expect(readdirSync(folder)).toEqual(['nianbao.db']);
  });
});
