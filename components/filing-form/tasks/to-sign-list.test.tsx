import { describe, expect, it } from 'vitest';
import type { QuarterToSign } from '@/server/queries/sign-off';
import { shown } from '../../testing/shown';
import { ToSignList } from './to-sign-list';

const ready: QuarterToSign = {
  filingId: 'filing-1',
  unitName: '示例区教育局',
  year: 2026,
  quarter: 3,
  dueOn: '2026-10-15',
  daysLeft: 5,
  status: 'open',
  isPractice: false,
  state: 'waiting',
  signedAt: null,
  unsettled: 0,
};
const listOf = (...quarters: readonly QuarterToSign[]) =>
  shown(<ToSignList toSign={{ units: [{ name: '示例区教育局', needsSignOff: true }], quarters }} />);

describe('what waits for 分管领导', () => {
  it('the line above the cards counts those that can be signed', async () => {
    const screen = await listOf(ready, { ...ready, filingId: 'filing-2', quarter: 2, unsettled: 4 });
    expect(screen.text).toContain('1 个季度等您签字');
    expect(screen.names('link').map((name) => name.split('：')[0])).toEqual(['核对并签字', '查看']);
  });

  it('never says that nothing waits above a card that asks for a signature: a practice is told as one', async () => {
    const practice = await listOf({ ...ready, isPractice: true });
    expect(practice.names('link')[0]).toContain('核对并签字');
    expect(practice.text).not.toContain('没有等您签字');
    expect(practice.text).toContain('1 个练习可以试签');
    expect((await listOf(ready, { ...ready, filingId: 'filing-2', isPractice: true })).text).toContain(
      '1 个季度等您签字，1 个练习可以试签',
    );
  });

  it('says that nothing waits where the clerk is still at work, and what will come where nothing was begun', async () => {
    const filling = await listOf({ ...ready, unsettled: 3 });
    expect(filling.text).toContain('现在没有等您签字的季度');
    expect(filling.names('link')[0]).toContain('查看');
    expect((await listOf()).text).toContain('还没有等您签字的季度');
  });
});
