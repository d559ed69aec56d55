import { describe, expect, it } from 'vitest';
import type { TrendPoint } from '@/server/domain/trends';
import type { Trends } from '@/server/queries/trends';
import { shown } from '../testing/shown';
import { TrendPicture } from './trend-picture';
import { TrendTable } from './trend-table';

const known: TrendPoint = { year: 2025, value: 120, isLeftOut: false, isPartial: false, share: null, change: { tenths: 250 } };
const gap: TrendPoint = { year: 2024, value: null, isLeftOut: false, isPartial: false, share: null, change: null };
const heads: Trends['years'] = [
  { year: 2024, source: null, isPartial: false, partsIn: null, through: [] },
  {
    year: 2025,
    source: { kind: 'edition', number: 2 },
    isPartial: true,
    partsIn: { quarters: { in: 31, of: 48 }, units: { in: 2, of: 12 } },
    through: ['区文化局', '区旅游局'],
  },
];

async function cellsOf(...points: TrendPoint[]) {
  const trends: Trends = { unitId: 'u', organ: '区教育局', scope: 'own_organ', years: heads, series: [{ measure: 'received', points }] };
  const screen = await shown(<TrendTable trends={trends} />);
  const row = screen.all('row').find((one) => one.text.startsWith('新收申请'));
  return { screen, row };
}

describe('the table of trends', () => {
  it('a year without data is a gap and no zero; a level that is not complete is told from it', async () => {
    const { row } = await cellsOf({ ...gap }, { ...known, value: 0, change: null });
    expect(row?.text).toMatch(/无数据 0$/);
    const leftOut = await cellsOf({ ...gap, isLeftOut: true }, known);
    expect(leftOut.row?.text).toContain('期末数未齐');
    expect(leftOut.row?.text).not.toContain('无数据');
  });

  it('a change has its sign, and is held back in words where it would mislead', async () => {
    expect((await cellsOf(gap, known)).row?.text).toContain('同比 +25');
    expect((await cellsOf(gap, { ...known, change: 'few' })).row?.text).toContain('同比 数量少');
    expect((await cellsOf(gap, { ...known, change: 'unlike' })).row?.text).toContain('同比 不可比');
  });

  it('each year says where its numbers come from, that they are partial, and whose predecessors’ stand in', async () => {
    const { screen } = await cellsOf(gap, known);
    const [, first, second] = screen.names('columnheader');
    expect(first).toMatch(/^2024 ?无数据$/);
    expect(second).toContain('定稿第 2 版 · 部分数据');
    expect(second).toContain('31/48 季度 · 2/12 单位已齐');
    expect(second).toContain('含前身：区文化局');
    expect(second).toContain('区旅游局');
    expect(screen.names('table')).toEqual(['数字']);
  });
});

describe('the picture of a measure', () => {
  it('is told in words to whoever does not see it, gaps and partial years too', async () => {
    const screen = await shown(<TrendPicture measure="received" points={[gap, { ...known, isPartial: true }]} />);
    const [picture] = screen.all('img');
    expect(picture?.name).toContain('2024');
    expect(picture?.name).toContain('无数据');
    expect(picture?.name).toContain('120 件（至今）');
  });

  it('has the number on each bar and how much of a partial year is in; a gap has a word and no number', async () => {
    const partsIn = { 2026: { quarters: { in: 31, of: 48 }, units: { in: 2, of: 12 } } };
    const points = [gap, known, { ...known, year: 2026, value: 0, isPartial: true }, { ...gap, year: 2027, isLeftOut: true }];
    const screen = await shown(<TrendPicture measure="received" points={points} partsIn={partsIn} />);
    const [picture] = screen.all('img');
    expect(picture?.text).toContain('无数据 2024');
    expect(picture?.text).toContain('120 2025');
    expect(picture?.text).toContain('31/48 季度');
    expect(picture?.text).toContain('期末数未齐 2027');
    expect(picture?.name).toContain('2026 年 0 件（至今 31/48 季度）');
    expect(picture?.name).toContain('2025 年 120 件，');
  });

  it('shows the newest known number large, and that there is none where there is none', async () => {
    expect((await shown(<TrendPicture measure="received" points={[known, { ...gap, year: 2026 }]} />)).all('figure')[0]?.name).toContain(
      '120',
    );
    expect((await shown(<TrendPicture measure="received" points={[gap]} />)).all('figure')[0]?.name).toContain('无数据');
  });
});
