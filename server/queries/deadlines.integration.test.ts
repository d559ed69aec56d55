import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { insertUnit } from '@/db/store';
import { inADistrict } from '@/server/testing/in-a-district';
import { askContributions } from '../commands/report/ask-contributions';
import { listDeadlines } from './deadlines';

describe('deadlines for a calendar', () => {
  const district = inADistrict();
  const daysOf = async (by = district().clerk()) =>
    (await listDeadlines(district().store.read, by.actor, by.now())).map(({ day, what }) => `${day} ${what}`);

  it('are what the unit has not sent, what is to come, and what it is asked for; each keeps its name', async () => {
    const { clerk, reviewer, store, unitIds } = district();
    await askContributions(reviewer, {
      ...{ year: 2026, unitIds: unitIds.slice(0, 1), topic: 'safeguards', question: '培训几场？', dueOn: '2027-01-10' },
    });
    const before = await listDeadlines(store.read, clerk().actor, clerk().now());
    expect(before.map(({ what }) => what)).toEqual([
      '示例区1局 2026 年第一季度数据报送截止',
      '示例区1局 2026 年第二季度数据报送截止（尚未开放）',
      '示例区1局 2026 年第三季度数据报送截止（尚未开放）',
      '示例区1局 2026 年年报素材答复截止',
      '示例区1局 2026 年第四季度数据报送截止（尚未开放）',
    ]);
    await district().submit();
    const after = await listDeadlines(store.read, clerk().actor, clerk().now());
    expect(after.map(({ key }) => key)).toEqual(before.slice(1).map(({ key }) => key));
  });

  it('are none of a government, which files nothing; of a unit that came late the open quarter is not called unopened', async () => {
    const { auditor, clerk, rootId, store, withPost } = district();
    expect(await daysOf(await withPost(auditor, 'clerk', rootId))).toEqual([]);
    const id = randomUUID();
    const unit = { id, parentId: rootId, path: [rootId, id], name: '示例区新局', kind: 'department', powers: [], sort: 9 } as const;
    await store.tx((tx) => insertUnit(tx, { ...unit, opensOn: '2026-03-01', closesOn: null }));
    const lines = (await daysOf(await withPost(clerk(), 'clerk', id))).filter((line) => line.includes('新局'));
    expect(lines.map((line) => line.includes('尚未开放'))).toEqual([false, true, true, true]);
  });

  it('of another unit are none of theirs, of the office until when units have time, and of the auditor none', async () => {
    const { auditor, clerk, reviewer } = district();
    expect((await daysOf(clerk(1))).every((line) => line.includes('示例区2局'))).toBe(true);
    expect((await daysOf(reviewer))[0]).toMatch(/^2026-\d\d-\d\d 2026 年第一季度各单位数据报送截止$/);
    expect(await daysOf(auditor)).toEqual([]);
  });
});
