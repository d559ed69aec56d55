import { describe, expect, it } from 'vitest';
import { listNotices, listRemarks, robots, updatePerson } from '@/db/store';
import { countUnread, loadInbox } from '@/server/queries/notices';
import type { Actor } from '@/server/views/access';
import { inADistrict } from '../testing/in-a-district';
import { refusalOf } from '../testing/refusal-of';
import { readNotices } from './account/read-notices';
import type { CommandContext } from './command';
import { answerRemark } from './filing/answer-remark';
import { openReview } from './filing/open-review';
import { returnFiling } from './filing/return-filing';
import { startPractice } from './filing/start-practice';
import { unlockFiling } from './filing/unlock-filing';
import { writeComment } from './filing/write-comment';
import { askContributions } from './report/ask-contributions';
import { withdrawContribution } from './report/withdraw-contribution';

const cell = 's3.granted.natural_person';

describe('what people are told', () => {
  const district = inADistrict();
  const inbox = async ({ actor }: { actor: Actor }) =>
    (await loadInbox(district().store.read, actor)).notices.map(({ sentence, isSettled }) => `${sentence.zh}${isSettled ? ' ✓' : ''}`);
  const told = ({ actor }: CommandContext) => countUnread(district().store.read, actor);
  const giveBack = async () => {
    const { reviewer, submit } = district();
    const { filing, number } = await submit();
    await openReview(reviewer, { filingId: filing.id });
    await returnFiling(reviewer, {
      ...{ filingId: filing.id, submissionNumber: number, reason: '请核对 3 件。' },
      remarks: [{ anchor: cell, text: '请核对 3 件。' }],
    });
    return filing;
  };

  it('a return reaches the clerk of the unit, no other unit and not who returned it, and says nothing that was written', async () => {
    await giveBack();
    const { clerk, reviewer, admin } = district();
    expect(await inbox(clerk(0))).toEqual(['示例区1局 2026 年第一季度：已退回，请修改后重新报送']);
    expect([await inbox(clerk(1)), await inbox(reviewer), await inbox(admin)]).toEqual([[], [], []]);
    const [row] = (await loadInbox(district().store.read, clerk(0).actor)).notices;
    expect(row).toMatchObject({ path: expect.stringMatching(/^\/filings\//), isRead: false });
    const [all] = await listNotices(district().store.read, { receiver: robots, limit: 5 });
    expect(JSON.stringify([row, all])).not.toMatch(/核对|3 件/);
  });

  it('what is returned and submitted again is settled and counts no more', async () => {
    const filing = await giveBack();
    const { clerk, store, submit } = district();
    expect(await told(clerk())).toBe(1);
    for (const remark of await listRemarks(store.read, filing.id))
      await answerRemark(clerk(), { filingId: filing.id, remarkId: remark.id, answer: 'not_changed', text: '以台账为准，无误。' });
    await submit({});
    expect([await told(clerk()), await inbox(clerk())]).toEqual([0, ['示例区1局 2026 年第一季度：已退回，请修改后重新报送 ✓']]);
  });

  it('an approval that is unlocked is over, and the unlocking is told', async () => {
    const { admin, approve, clerk } = district();
    const { filing, number } = await approve();
    expect(await inbox(clerk())).toEqual(['示例区1局 2026 年第一季度：已通过审核']);
    district().setClock('2026-04-09T02:00:00Z');
    await unlockFiling(admin, { filingId: filing.id, submissionNumber: number, reason: '上级核查发现漏报一件，须补正。' });
    expect(await inbox(clerk())).toEqual([
      '示例区1局 2026 年第一季度：已解锁，请修改后重新报送',
      '示例区1局 2026 年第一季度：已通过审核 ✓',
    ]);
  });

  it('a comment reaches the other side, and whoever answers has read', async () => {
    const { clerk, filing, reviewer, secondReviewer } = district();
    const filingId = (await filing()).id;
    await writeComment(clerk(), { filingId, anchor: cell, text: '与台账一致。' });
    const said = '示例区1局 2026 年第一季度：有新的留言';
    expect([await inbox(reviewer), await inbox(secondReviewer), await inbox(clerk()), await inbox(clerk(1))]).toEqual([
      [said],
      [said],
      [],
      [],
    ]);
    district().setClock('2026-04-08T02:01:00Z');
    await writeComment(reviewer, { filingId, anchor: cell, text: '好。' });
    expect([await inbox(reviewer), await inbox(secondReviewer), await inbox(clerk())]).toEqual([
      [`${said} ✓`],
      [said, `${said} ✓`],
      [said],
    ]);
  });

  it('what the office asks for is told until it is withdrawn', async () => {
    const { admin, clerk, unitIds, year } = district();
    const { ids } = await askContributions(admin, {
      ...{ year, unitIds: [unitIds[0] ?? ''], topic: 'social_evaluation' },
      ...{ question: '本年社会评议结果如何？', dueOn: `${year + 1}-01-10` },
    });
    expect(await inbox(clerk())).toEqual(['示例区1局 2026 年：需提供年报素材，请在 2027-01-10 前答复']);
    await withdrawContribution(admin, { requestId: ids[0] ?? '' });
    expect(await told(clerk())).toBe(0);
  });

  it('somebody whose post ended, and who has no way in, is told nothing of the unit any more', async () => {
    const { clerk, store, unitIds } = district();
    const colleague = await district().withPost(district().secondReviewer, 'clerk', unitIds[0] ?? '');
    await giveBack();
    expect(await told(colleague)).toBe(1);
    expect(await told({ ...colleague, actor: { ...colleague.actor, posts: [] } })).toBe(0);
    await store.tx((tx) => updatePerson(tx, clerk().actor.userId, { isActive: false }));
    await writeComment(district().reviewer, { filingId: (await district().filing(0)).id, anchor: cell, text: '好。' });
    expect(await listNotices(store.read, { receiver: clerk().actor.userId, limit: 5 })).toHaveLength(1);
    expect(await listNotices(store.read, { receiver: colleague.actor.userId, limit: 5 })).toHaveLength(2);
  });

  it('practice tells nobody', async () => {
    const { clerk, filing, reviewer, store } = district();
    const { filingId } = await startPractice(clerk(), { filingId: (await filing()).id });
    await writeComment(clerk(), { filingId, anchor: cell, text: '练习。' });
    expect([await told(reviewer), await listNotices(store.read, { receiver: robots, limit: 5 })]).toEqual([0, []]);
  });

  it('what is refused or undone told nobody', async () => {
    const { clerk, filing, reviewer } = district();
    await refusalOf(writeComment(clerk(), { filingId: (await filing()).id, anchor: cell, text: '' }));
    expect(await told(reviewer)).toBe(0);
  });

  it('is read by its own person alone, one by one or all of it', async () => {
    const { clerk, filing, reviewer, secondReviewer, store } = district();
    const filingId = (await filing()).id;
    await writeComment(clerk(), { filingId, anchor: cell, text: '一。' });
    await writeComment(clerk(), { filingId, anchor: 'text', text: '二。' });
    const [first] = (await loadInbox(store.read, reviewer.actor)).notices;
    await readNotices(secondReviewer, { ids: [first?.id ?? ''] });
    expect(await told(reviewer)).toBe(2);
    await readNotices(reviewer, { ids: [first?.id ?? ''] });
    expect(await told(reviewer)).toBe(1);
    await readNotices(reviewer, { ids: null });
    expect([await told(reviewer), await told(secondReviewer)]).toEqual([0, 2]);
  });
});
