import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { listNotices } from '@/db/store';
import type { AnnouncedFacts } from '@/server/domain/audit';
import { toldStill } from '@/server/notices/gather-messages';
import { tellDue } from '@/server/notices/tell-due';
import { listOwnAnnouncements, loadAnnouncements } from '@/server/queries/announcements';
import { loadInbox } from '@/server/queries/notices';
import { inADistrict } from '@/server/testing/in-a-district';
import { kindsOf } from '@/server/testing/log-of';
import { refusalOf } from '@/server/testing/refusal-of';
import type { CommandContext } from '../command';
import { changeAnnouncement, dismissAnnouncement, publishAnnouncement as publishUnder, withdrawAnnouncement } from './announcements';

const publishAnnouncement = (context: CommandContext, facts: AnnouncedFacts, changeId: string = randomUUID()) =>
  publishUnder(context, { ...facts, changeId });
const toAll = { text: '周五晚维护。', audience: 'all', unitIds: [], role: null, endsOn: '2026-04-30' } as const;

describe('announcements', () => {
  const district = inADistrict({ units: 3 });
  const shown = async ({ actor, store, now }: CommandContext) =>
    (await listOwnAnnouncements(store.read, actor, now())).filter((one) => !one.isDismissed).map(({ text }) => text);
  const inbox = async ({ actor, store }: CommandContext) =>
    (await loadInbox(store.read, actor)).notices.map(({ sentence, path, isSettled }) => [sentence.zh, path, isSettled]);
  const states = async () =>
    (await loadAnnouncements(district().store.read, district().admin.actor, district().admin.now())).announcements.map(
      ({ state }) => state,
    );

  it('reach all, some units or one kind of post, on top of the home page and in the inbox, which says nothing of the words', async () => {
    const { admin, auditor, clerk, reviewer, unitIds } = district();
    await publishAnnouncement(admin, toAll);
    district().setClock('2026-04-09T02:00:00Z');
    await publishAnnouncement(admin, { ...toAll, text: '请一局二局来领材料。', audience: 'units', unitIds: unitIds.slice(0, 2) });
    expect((await loadAnnouncements(admin.store.read, admin.actor, admin.now())).announcements[0]?.units).toEqual([
      { id: unitIds[0], name: '示例区1局' },
      { id: unitIds[1], name: '示例区2局' },
    ]);
    district().setClock('2026-04-10T02:00:00Z');
    await publishAnnouncement(admin, { ...toAll, text: '审核员周一碰头。', audience: 'role', role: 'reviewer' });
    expect(await Promise.all([clerk(0), clerk(2), reviewer, auditor].map(shown))).toEqual([
      ['请一局二局来领材料。', '周五晚维护。'],
      ['周五晚维护。'],
      ['审核员周一碰头。', '周五晚维护。'],
      ['周五晚维护。'],
    ]);
    expect(await inbox(clerk(2))).toEqual([['示例区3局：办公室发布了公告', '/announcements', false]]);
    // Whoever announces it is not told of it.
    expect([(await inbox(clerk(0))).length, (await inbox(reviewer)).length, await inbox(admin)]).toEqual([2, 2, []]);
  });

  it('are put away by each person for themselves, and come back when they say something else', async () => {
    const { admin, clerk, reviewer } = district();
    const { id } = await publishAnnouncement(admin, toAll);
    // It says something else than what the person saw.
    await dismissAnnouncement(clerk(0), { id, seen: '周四晚维护。' });
    expect(await shown(clerk(0))).toEqual(['周五晚维护。']);
    await dismissAnnouncement(clerk(0), { id, seen: toAll.text });
    await dismissAnnouncement(clerk(0), { id, seen: toAll.text });
    expect([await shown(clerk(0)), await shown(reviewer)]).toEqual([[], ['周五晚维护。']]);
    await changeAnnouncement(admin, { id, facts: { ...toAll, endsOn: '2026-05-01' }, seen: toAll });
    expect(await shown(clerk(0))).toEqual([]);
    const seen = { ...toAll, endsOn: '2026-05-01' };
    await changeAnnouncement(admin, { id, facts: { ...seen, text: '周六晚维护。' }, seen });
    expect(await shown(clerk(0))).toEqual(['周六晚维护。']);
    const late = await refusalOf(changeAnnouncement(admin, { id, facts: { ...toAll, text: '周日晚维护。' }, seen }));
    expect(late.code).toBe('conflict');
  });

  it('sent again because the answer was lost are one; other words under the same number are refused', async () => {
    const { admin, clerk } = district();
    const changeId = randomUUID();
    const first = await publishAnnouncement(admin, toAll, changeId);
    expect(await publishAnnouncement(admin, toAll, changeId)).toEqual(first);
    expect([(await inbox(clerk(0))).length, (await states()).length]).toEqual([1, 1]);
    const other = await refusalOf(publishAnnouncement(admin, { ...toAll, text: '周六晚维护。' }, changeId));
    expect([other.code, other.sentence.zh]).toEqual(['invalid', expect.stringMatching(/编号已被另一次操作使用/)]);
  });

  it('changed to reach others tell those others, once', async () => {
    const { admin, clerk, unitIds } = district();
    const toOne = { ...toAll, audience: 'units', unitIds: unitIds.slice(0, 1) } as const;
    const { id } = await publishAnnouncement(admin, toOne);
    await changeAnnouncement(admin, { id, facts: toAll, seen: toOne });
    expect([(await inbox(clerk(0))).length, (await inbox(clerk(1))).length]).toEqual([1, 1]);
  });

  it('changed to reach fewer are over for the others, also in what leaves the house; given back to them they are told again', async () => {
    const { admin, clerk, store, unitIds } = district();
    const toOne = { ...toAll, audience: 'units', unitIds: unitIds.slice(0, 1) } as const;
    const { id } = await publishAnnouncement(admin, toAll);
    const told = async (unit: number) =>
      (await listNotices(store.read, { receiver: clerk(unit).actor.userId, limit: 9 })).map(({ day, settledAt }) => [
        day,
        settledAt !== null,
      ]);
    const still = async (unit: number) =>
      toldStill(store.read, clerk(unit).actor.userId, await listNotices(store.read, { receiver: clerk(unit).actor.userId, limit: 9 }));
    await changeAnnouncement(admin, { id, facts: { ...toOne, endsOn: '2026-05-01' }, seen: toAll });
    expect([await told(0), await told(1)]).toEqual([[['2026-05-01', false]], [['2026-05-01', true]]]);
    expect([(await still(0)).length, (await still(1)).length, await inbox(clerk(1))]).toEqual([1, 0, []]);
    await changeAnnouncement(admin, { id, facts: toAll, seen: { ...toOne, endsOn: '2026-05-01' } });
    expect([await told(0), await told(1)]).toEqual([[['2026-04-30', false]], [['2026-04-30', false]]]);
  });

  it('prolonged after their last day are told again', async () => {
    const { admin, clerk, store } = district();
    const { id } = await publishAnnouncement(admin, toAll);
    district().setClock('2026-05-03T02:00:00Z');
    await tellDue(store, admin.now(), null);
    const ofThem = async () =>
      (await inbox(clerk(0))).filter(([line]) => String(line).includes('公告')).map(([, , isSettled]) => isSettled);
    expect(await ofThem()).toEqual([true]);
    await changeAnnouncement(admin, { id, facts: { ...toAll, endsOn: '2026-05-09' }, seen: toAll });
    await tellDue(store, admin.now(), null);
    expect(await ofThem()).toEqual([false]);
  });

  it('are over by the clock the day after their last, and withdrawn ones at once', async () => {
    const { admin, clerk, store } = district();
    await publishAnnouncement(admin, toAll);
    district().setClock('2026-04-10T02:00:00Z');
    const { id } = await publishAnnouncement(admin, { ...toAll, text: '培训改期。' });
    await withdrawAnnouncement(admin, { id });
    expect([await shown(clerk(0)), await states()]).toEqual([['周五晚维护。'], ['withdrawn', 'shown']]);
    expect((await inbox(clerk(0))).map(([, , isSettled]) => isSettled)).toEqual([true, false]);
    district().setClock('2026-04-30T15:59:00Z');
    expect(await shown(clerk(0))).toEqual(['周五晚维护。']);
    district().setClock('2026-04-30T16:00:00Z');
    await tellDue(store, admin.now(), null);
    expect([await shown(clerk(0)), await states()]).toEqual([[], ['withdrawn', 'ended']]);
    expect((await inbox(clerk(0))).filter(([line]) => String(line).includes('公告')).map(([, , isSettled]) => isSettled)).toEqual([
      true,
      true,
    ]);
    expect(await kindsOf(store, async () => withdrawAnnouncement(admin, { id }))).toEqual([]);
  });

  it('without words, to nobody, or by somebody who is not the office are refused', async () => {
    const { admin, clerk } = district();
    const refused = (facts: object, by = admin) => refusalOf(publishAnnouncement(by, { ...toAll, ...facts }));
    const codes = [
      (await refused({ text: ' ' })).code,
      (await refused({ text: '长'.repeat(301) })).code,
      (await refused({ audience: 'units' })).code,
      (await refused({ audience: 'units', unitIds: ['none'] })).code,
      (await refused({ audience: 'role' })).code,
      (await refused({}, clerk(0))).code,
    ];
    expect(codes).toEqual(['invalid', 'invalid', 'invalid', 'invalid', 'invalid', 'not_found']);
  });
});
