import { describe, expect, it } from 'vitest';
import { listNotices, robots, type Store } from '@/db/store';
import { recallFiling } from '@/server/commands/filing/recall-filing';
import { saveFilingText } from '@/server/commands/filing/save-filing-text';
import { signFiling } from '@/server/commands/filing/sign-filing';
import { changeUnit } from '@/server/commands/office/change-unit';
import { setQuarterDue } from '@/server/commands/office/set-quarter-due';
import { askContributions } from '@/server/commands/report/ask-contributions';
import { loadObstacles } from '@/server/queries/filing-form';
import { loadInbox } from '@/server/queries/notices';
import { addPlayer } from '@/server/rehearsal/players';
import { inADistrict } from '@/server/testing/in-a-district';
import { tellDue } from './tell-due';

describe('what is due', () => {
  const district = inADistrict();
  const look = (day: string) => tellDue(district().store, new Date(`${day}T01:00:00Z`), null);
  const inbox = async (unit = 0) =>
    (await loadInbox(district().store.read, district().clerk(unit).actor)).notices.map(
      ({ sentence, isSettled }) => `${sentence.zh.split('：')[1]}${isSettled ? ' ✓' : ''}`,
    );

  it('is told 7, 3 and 1 days before and once when it is overdue, each once, and the one before is over', async () => {
    await look('2026-04-07');
    expect(await inbox()).toEqual([]);
    for (const day of ['2026-04-08', '2026-04-08', '2026-04-10']) await look(day);
    expect(await inbox()).toEqual(['请在 2026-04-15 前报送']);
    for (const day of ['2026-04-12', '2026-04-13']) await look(day);
    expect(await inbox()).toEqual(['请在 2026-04-15 前报送', '请在 2026-04-15 前报送 ✓']);
    for (const day of ['2026-04-15', '2026-04-16', '2026-05-20']) await look(day);
    expect(await inbox()).toEqual(['应于 2026-04-15 前报送，已逾期', ...Array(3).fill('请在 2026-04-15 前报送 ✓')]);
    expect(await listNotices(district().store.read, { receiver: robots, limit: 9 })).toHaveLength(4);
  });

  it('is told of no quarter that was submitted, and is over where it was told before', async () => {
    await look('2026-04-08');
    await district().submit();
    await look('2026-04-12');
    expect([await inbox(0), await inbox(1)]).toEqual([
      ['请在 2026-04-15 前报送 ✓'],
      ['请在 2026-04-15 前报送', '请在 2026-04-15 前报送 ✓'],
    ]);
  });

  it('is told again where it is so again: recalled, or the day moved to and fro; the robots hear of each stage once', async () => {
    const { admin, clerk, store, year } = district();
    await look('2026-04-12');
    const { filing } = await district().submit();
    await look('2026-04-12');
    expect(await inbox()).toEqual(['请在 2026-04-15 前报送 ✓']);
    await recallFiling(clerk(), { filingId: filing.id });
    for (const day of ['2026-04-12', '2026-04-12']) await look(day);
    expect(await inbox()).toEqual(['请在 2026-04-15 前报送']);
    await setQuarterDue(admin, { year, quarter: 1, dueOn: '2026-04-30', seen: '2026-04-15' });
    await look('2026-04-12');
    await setQuarterDue(admin, { year, quarter: 1, dueOn: '2026-04-15', seen: '2026-04-30' });
    await look('2026-04-12');
    expect(await inbox()).toEqual(['请在 2026-04-15 前报送']);
    expect((await listNotices(store.read, { receiver: robots, limit: 9 })).map(({ settledAt }) => settledAt !== null)).toEqual([true]);
  });

  it('is told of no quarter that is submitted between the look and the telling', async () => {
    const { store } = district();
    const meanwhile: Store = {
      ...store,
      tx: async (work, scope) => {
        await district().submit();
        return store.tx(work, scope);
      },
    };
    await tellDue(meanwhile, new Date('2026-04-20T01:00:00Z'), null);
    expect([await inbox(0), await inbox(1)]).toEqual([[], ['应于 2026-04-15 前报送，已逾期']]);
  });

  it('follows a day that is moved', async () => {
    const { admin, year } = district();
    await look('2026-04-12');
    await setQuarterDue(admin, { year, quarter: 1, dueOn: '2026-04-30', seen: '2026-04-15' });
    await look('2026-04-12');
    expect(await inbox()).toEqual(['请在 2026-04-15 前报送 ✓']);
    await look('2026-04-24');
    expect((await inbox())[0]).toBe('请在 2026-04-30 前报送');
  });

  it('reaches a clerk who comes meanwhile', async () => {
    const { reviewer, store, unitIds, withPost } = district();
    await look('2026-04-08');
    const successor = await withPost(reviewer, 'clerk', unitIds[0] ?? '');
    await look('2026-04-09');
    await look('2026-04-09');
    expect((await loadInbox(store.read, successor.actor)).notices).toHaveLength(1);
  });

  it('holds for what the office asks units for', async () => {
    const { admin, unitIds, year } = district();
    await askContributions(admin, {
      year,
      unitIds: [unitIds[0] ?? ''],
      topic: 'social_evaluation',
      question: '结果如何？',
      dueOn: '2026-12-10',
    });
    for (const day of ['2026-11-30', '2026-12-03', '2026-12-11']) await look(day);
    const ofAnswers = (await inbox()).filter((line) => line.includes('素材') && !line.includes('提供'));
    expect(ofAnswers).toEqual(['年报素材应于 2026-12-10 前答复，已逾期', '年报素材请在 2026-12-10 前答复 ✓']);
  });

  it('holds for a quarter that waits for the signature inside its unit, under each content once', async () => {
    const { admin, clerk, store, type, unitIds } = district();
    const [unitId = ''] = unitIds;
    const head = await addPlayer(store, { username: 'head', name: '许长青', role: 'head', unitId }, admin.now);
    await changeUnit(admin, { unitId, change: { needsSignOff: true } });
    const ofHead = async () =>
      (await loadInbox(store.read, head.actor)).notices.map(({ sentence, isSettled }) => `${sentence.zh}${isSettled ? ' ✓' : ''}`);
    const waits = '示例区1局 2026 年第一季度：待您签字';
    await look('2026-04-01');
    expect(await ofHead()).toEqual([]);
    const { id } = await type();
    for (const day of ['2026-04-01', '2026-04-02']) await look(day);
    expect(await ofHead()).toEqual([waits]);
    await saveFilingText(clerk(), { filingId: id, changeId: 'text', text: '本季度公开 3 件。', baseVersion: 0 });
    await look('2026-04-03');
    expect(await ofHead()).toEqual([waits, `${waits} ✓`]);
    const { hash } = await loadObstacles(store.read, head.actor, id, null);
    const second = await addPlayer(store, { username: 'head2', name: '许长白', role: 'head', unitId }, admin.now);
    const meanwhile: Store = {
      ...store,
      tx: async (work, scope) => {
        await signFiling(head, { filingId: id, seenHash: hash });
        return store.tx(work, scope);
      },
    };
    await tellDue(meanwhile, new Date('2026-04-03T01:00:00Z'), null);
    expect(await ofHead()).toEqual([`${waits} ✓`, `${waits} ✓`]);
    expect((await loadInbox(store.read, second.actor)).notices).toEqual([]);
  });
});
