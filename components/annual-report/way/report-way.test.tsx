import { describe, expect, it } from 'vitest';
import { noWay } from '../../testing/a-report-page';
import { shown } from '../../testing/shown';
import { ReportWay } from './report-way';

const of = { unitId: 'district', year: 2026, scope: 'consolidated' as const };
const half = [1, 2, 3, 4].map((quarter) => ({ quarter, count: quarter === 1 ? 51 : 0, of: 51 }));
const way = {
  ...noWay,
  entered: { units: 51, quarters: half, people: { count: 51, first: ['沈若溪'] } },
  reviewed: { quarters: half, people: { count: 1, first: ['陈昱'] }, lastAt: '2026-04-12T02:00:00.000Z' },
  added: { units: 0, of: 51, lines: 0, people: { count: 0, first: [] } },
  signed: [
    { name: '办公室审核', by: '李可', at: '2027-01-21T02:00:00.000Z' },
    { name: '分管领导签字', by: '', at: '' },
  ],
};

describe('the way of the numbers', () => {
  it('is five steps with counts and people, each a link to where it happened', async () => {
    const screen = await shown(<ReportWay of={of} way={way} mayReadBoard />);
    expect(screen.names('link')).toEqual(['录入', '审核', '汇总', '签发', '定稿']);
    for (const words of [
      '51 单位 51/204 季',
      '沈若溪 等 51 人',
      '陈昱 · 最近 2026-04-12',
      '0/51 单位',
      '1/2 步',
      '李可 2027-01-21',
      '尚未定稿',
    ])
      expect(screen.text).toContain(words);
  });

  it('leads nobody to a page of the office that is not theirs', async () => {
    const screen = await shown(<ReportWay of={of} way={way} mayReadBoard={false} />);
    expect(screen.names('link')).toEqual(['录入', '汇总', '签发', '定稿']);
  });

  it('says that it does not know what came before a report that was taken in', async () => {
    const adopted = { ...noWay, isAdopted: true, finalised: { number: 1, by: '周岚', at: '2026-02-10T03:00:00.000Z' } };
    const screen = await shown(<ReportWay of={of} way={adopted} mayReadBoard isOnPaper />);
    expect(screen.names('link')).toEqual([]);
    expect(screen.text).toContain('录入 没有记录');
    expect(screen.text).toContain('已发布的年报，导入存档');
  });
});
