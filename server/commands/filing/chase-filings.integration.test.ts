import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { endPost, keepNoticeChoice, latestEvents, postsOf } from '@/db/store';
import { askedFile } from '@/server/files/asked-file';
import { readWorkbook } from '@/server/imports/xlsx-tables';
import { aLog } from '@/server/log/testing/a-log';
import { teller } from '@/server/notices/keep-telling';
import { aMailServer } from '@/server/notices/testing/a-mail-server';
import { loadChased, loadChaseList } from '@/server/queries/chase';
import { loadInbox } from '@/server/queries/notices';
import { listTasks } from '@/server/queries/tasks';
import { inADistrict } from '@/server/testing/in-a-district';
import { refusalOf } from '@/server/testing/refusal-of';
import { setOwnTelephone } from '../account/set-telephone';
import type { CommandContext } from '../command';
import { chaseFilings } from './chase-filings';
import { startPractice } from './start-practice';

/** Overdue: the first quarter was due on 15 April. */
const start = '2026-04-20T02:00:00Z';

describe('chasing', () => {
  const district = inADistrict({ units: 4 });
  const idsOf = async (...units: number[]) => Promise.all(units.map(async (unit) => (await district().filing(unit)).id));
  const chase = async (
    units: number[],
    named: { changeId?: string; words?: string; again?: readonly string[]; by?: CommandContext } = {},
  ) =>
    chaseFilings(named.by ?? district().admin, {
      ...{ changeId: named.changeId ?? randomUUID(), filingIds: await idsOf(...units) },
      ...{ words: named.words ?? '', again: named.again ?? [] },
    });
  const told = async (unit: number) =>
    (await loadInbox(district().store.read, district().clerk(unit).actor)).notices.map(
      ({ sentence, isSettled }) => `${sentence.zh}${isSettled ? ' ✓' : ''}`,
    );
  const list = (by: CommandContext = district().admin) =>
    loadChaseList(district().store.read, by.actor, { year: 2026, quarter: 1 }, by.now());
  const withoutClerk = async (unit: number) => {
    const [post] = await postsOf(district().store.read, district().clerk(unit).actor.userId);
    await district().store.tx((tx) => endPost(tx, post?.id ?? '', new Date(start)));
  };

  it('three units at once: their clerks are told, each once, with the words of the office, and a fourth is not', async () => {
    district().setClock(start);
    expect(await chase([0, 1, 2], { words: '请于本周内报送。' })).toEqual({ chased: 3, notChased: [] });
    const line = '示例区2局 2026 年第一季度：办公室催报，期限 2026-04-15，请尽快报送。请于本周内报送。';
    expect([await told(1), await told(3)]).toEqual([[line], []]);
    const [event] = await latestEvents(district().store.read, {
      objectType: 'filing',
      objectId: (await district().filing(1)).id,
      kindPrefix: 'filing.chased',
      limit: 2,
    });
    expect(event?.payload).toMatchObject({ words: '请于本周内报送。', dueOn: '2026-04-15' });
    const [task] = await listTasks(district().store.read, district().clerk(1).actor, new Date(start));
    expect(task?.chased).toEqual({ by: 'admin admin', at: '2026-04-20T02:00:00.000Z', words: '请于本周内报送。' });
  });

  it('sent again because its answer was lost it tells nobody twice, also where it was meant again or was sent meanwhile', async () => {
    district().setClock(start);
    const changeId = randomUUID();
    const first = await chase([0, 1], { changeId });
    const another = await chase([2], { changeId });
    expect(await chase([0, 1], { changeId })).toEqual(first);
    const again = { changeId, again: await idsOf(0) };
    await chase([0], again);
    await district().submit({}, { unit: 0 });
    expect([await chase([0], again), another]).toEqual([{ chased: 1, notChased: [] }, another]);
    expect([(await told(0)).length, (await told(1)).length, (await told(2)).length]).toEqual([2, 1, 1]);
    expect((await refusalOf(chase([0], { changeId, again: [] }))).code).toBe('wrong_status');
  });

  it('the list has the overdue, whoever would be told with their numbers, and how they were chased last; so has the board', async () => {
    const { admin, clerk, reviewer, store } = district();
    district().setClock(start);
    await setOwnTelephone(clerk(0), { telephone: '0000-1234567 转 8' });
    await chase([0], { by: reviewer });
    await withoutClerk(2);
    await district().submit({}, { unit: 3 });
    const { units } = await list();
    expect(units.map(({ unitName, clerks, daysOverdue, last }) => [unitName, clerks, daysOverdue, last?.by ?? null])).toEqual([
      ['示例区1局', [{ name: 'clerk clerk0', telephone: '0000-1234567 转 8' }], 5, 'reviewer reviewer'],
      ['示例区2局', [{ name: 'clerk clerk1', telephone: null }], 5, null],
      ['示例区3局', [], 5, null],
    ]);
    const ids = await idsOf(0, 1, 3);
    expect(Object.keys(await loadChased(store.read, admin.actor, ids))).toEqual(ids.slice(0, 1));
    expect(await loadChased(store.read, clerk(0).actor, ids)).toEqual({});
    expect((await refusalOf(list(clerk(0)))).code).toBe('not_found');
  });

  it('the file for the telephone has every number, and is nobody’s but the office’s', async () => {
    const { admin, clerk } = district();
    district().setClock(start);
    await setOwnTelephone(clerk(1), { telephone: '+86 000 0000' });
    await chase([1]);
    const ask = askedFile('/files/chase/2026/1/overdue.xlsx');
    const file = await ask?.(admin);
    if (!file || !('bytes' in file)) throw new Error('no file');
    const [sheet] = await readWorkbook(file.bytes);
    const rows = sheet?.rows.map((row) => row.map((cell) => cell.text)) ?? [];
    expect(rows[0]?.slice(0, 3)).toEqual(['单位', '季度', '期限']);
    expect(rows[2]).toEqual([
      ...['示例区2局', '2026年第一季度', '2026-04-15', '5', '未报送', 'clerk clerk1', '+86 000 0000'],
      ...['2026-04-20 10:00', 'admin admin'],
    ]);
    expect(rows).toHaveLength(5);
    expect((await refusalOf(ask?.(clerk(1)) ?? Promise.resolve())).code).toBe('not_found');
  });

  it('a second time within a day is asked about, and after it is not', async () => {
    district().setClock(start);
    await chase([0, 1]);
    district().setClock('2026-04-21T01:00:00Z');
    const refused = await refusalOf(chase([0, 2], { by: district().reviewer }));
    expect([refused.code, refused.sentence.zh]).toEqual([
      'conflict',
      expect.stringMatching(/示例区1局已由admin admin于 2026-04-20 10:00 催过/),
    ]);
    expect((await refusalOf(chase([0, 1, 2]))).details).toEqual({ filingIds: await idsOf(0, 1) });
    expect(await told(2)).toEqual([]);
    await chase([0, 2], { again: await idsOf(0) });
    expect(await told(0)).toEqual([expect.not.stringMatching(/✓/), expect.stringMatching(/✓$/)]);
    district().setClock('2026-04-22T02:00:00Z');
    await chase([0, 1]);
    expect((await list()).units.map(({ isJustChased }) => isJustChased)).toEqual([true, true, false, false]);
  });

  it('who has sent it, and a unit that nobody can be told of, are named in the answer and hold up nobody', async () => {
    district().setClock(start);
    await district().submit({}, { unit: 0 });
    await withoutClerk(1);
    expect(await chase([0, 1, 2])).toEqual({
      chased: 1,
      notChased: [
        { unitName: '示例区1局', why: 'sent' },
        { unitName: '示例区2局', why: 'no_clerk' },
      ],
    });
    expect([(await refusalOf(chase([0]))).code, (await refusalOf(chase([1]))).code]).toEqual(['wrong_status', 'invalid']);
  });

  it('what was told is over when it is submitted', async () => {
    district().setClock(start);
    await chase([0]);
    await district().submit();
    expect(await told(0)).toEqual(['示例区1局 2026 年第一季度：办公室催报，期限 2026-04-15，请尽快报送 ✓']);
  });

  it('words with a figure are refused, and so is practice, and a unit that is not the actor’s', async () => {
    const { admin, auditor, clerk, unitIds, withPost } = district();
    district().setClock(start);
    expect((await refusalOf(chase([0], { words: '还差 12 件' }))).code).toBe('invalid');
    const { filingId } = await startPractice(clerk(0), { filingId: (await district().filing(0)).id });
    expect((await refusalOf(chaseFilings(admin, { changeId: randomUUID(), filingIds: [filingId], words: '', again: [] }))).code).toBe(
      'not_found',
    );
    expect((await refusalOf(chase([0], { by: auditor }))).code).toBe('forbidden');
    const ofOne = { ...admin, actor: { ...(await withPost(clerk(3), 'admin', unitIds[1] ?? '')).actor } };
    expect([(await chase([1], { by: ofOne })).chased, (await refusalOf(chase([0, 1], { by: ofOne }))).code]).toEqual([1, 'not_found']);
    expect((await list(ofOne)).units.map(({ unitName }) => unitName)).toEqual(['示例区2局']);
  });

  it('the mail comes once, with the link, however often it is looked', async () => {
    const mail = await aMailServer();
    try {
      const { clerk, store } = district();
      let now = new Date(start);
      district().setClock(start);
      await store.tx((tx) =>
        keepNoticeChoice(tx, {
          ...{ userId: clerk(0).actor.userId, address: 'zhang@office.example', pace: 'at_once', quietFrom: 0, quietTo: 0 },
          since: new Date(0),
        }),
      );
      await chase([0, 1, 2], { words: '请于本周内报送。' });
      const outgoing = {
        mail: { host: '127.0.0.1', port: mail.port, isSecure: false, login: null, from: 'nianbao@office.example' },
        ...{ robots: [], address: 'https://nianbao.example' },
      };
      const look = teller({ store, overlay: null, env: { outgoing } }, { log: aLog().log, now: () => now });
      for (let looks = 0; looks < 3; looks += 1) {
        await look();
        now = new Date(now.getTime() + 60_000);
      }
      const about = mail.taken.filter(({ text }) => text.includes('办公室催报'));
      expect([about.length, about[0]?.to]).toEqual([1, 'zhang@office.example']);
      expect(about[0]?.text).toMatch(/请于本周内报送。\r?\nhttps:\/\/nianbao\.example\/filings\/[\w-]+/);
    } finally {
      await mail.stop();
    }
  });
});
