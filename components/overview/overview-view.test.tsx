import { describe, expect, it } from 'vitest';
import { count, withComputed } from '@/server/domain/figures';
import { getFormat, leafCells } from '@/server/domain/formats';
import { reportCharts } from '@/server/domain/report/charts/report-charts';
import type { Overview, OverviewFigures, OverviewQuarter } from '@/server/queries/overview';
import { shown } from '../testing/shown';
import { OverviewView } from './overview-view';

const format = getFormat('2021');
const figures: OverviewFigures = {
  ...{ carriedIn: 4, received: 83, answered: 84, carriedOut: 3, holds: true, onHand: null },
  ...{ source: { kind: 'ledger' }, isPartial: false, disputes: 5, decidedDisputes: 4 },
  charts: reportCharts({
    format,
    year: 2026,
    figures: withComputed(format, new Map(leafCells(format).map((cell) => [cell.id, count(0)]))),
    past: [],
  }),
};
const quarter: OverviewQuarter = {
  ...{ quarter: 1, dueOn: '2026-04-15', isOpen: true, of: 12, done: 7, waiting: 2, returned: 1, inHand: 2, overdue: 1 },
};
const usual: Overview = {
  tops: [{ id: 'root', name: '示例区人民政府' }],
  ...{ unitId: 'root', organ: '示例区人民政府', scope: 'consolidated', years: [2026, 2025], year: 2026, hasBoard: false },
  figures,
  quarters: [quarter, { ...quarter, quarter: 2, isOpen: false }],
  late: { count: 1, first: [{ unitId: 'u', unitName: '示例区住房和城乡建设局', quarter: 1, days: 5, filing: null }] },
  mustFix: [],
  changes: [{ unitId: 'v', unitName: '示例区教育局', now: 12, before: 50, quarters: [1] }],
};
const page = (more: Partial<Overview> = {}) =>
  shown(<OverviewView overview={{ ...usual, ...more }} reports={[]} quarters={[]} slips={0} />);

describe('the overview', () => {
  it('has four figures, each leading to where it comes from', async () => {
    const links = (await page()).all('link').filter((link) => link.href?.includes('consolidated#'));
    expect(links.map((link) => [link.name, link.href])).toEqual([
      ['新收申请 83 件，看由来', '/reports/root/2026/consolidated#trace-s3.new_received.total'],
      ['办结 84 件，看由来', '/reports/root/2026/consolidated#trace-s3.result_total.total'],
      ['结转下年度 3 件，看由来', '/reports/root/2026/consolidated#trace-s3.carried_out.total'],
      ['复议、诉讼 5 件，看表四', '/reports/root/2026/consolidated#cell-s4.review.total'],
    ]);
  });

  it('draws what came in as what went out, and says it: 4 + 83 = 84 + 3', async () => {
    const screen = await page();
    expect(screen.names('img')).toEqual(['上年结转 4加新收申请 83，等于办结 84加结转下年度 3']);
    expect((await page({ figures: { ...figures, carriedOut: 5 } })).text).toContain('两边不等：左边 87 件，右边 89 件。');
  });

  it('while the year is under way it tells what is on hand, and what is not known is 暂缺 and no 0', async () => {
    const soFar = { ...figures, carriedOut: null, holds: false, disputes: null, isPartial: true };
    const onHand = await page({ figures: { ...soFar, onHand: 3 } });
    expect(onHand.text).toContain('目前在办 3件');
    expect(onHand.text).toContain('复议、诉讼（已审结） 4件');
    const unknown = await page({ figures: { ...soFar, carriedIn: null, onHand: null } });
    expect(unknown.text).toContain('目前在办 暂缺');
    expect(unknown.names('img')).toEqual([]);
    const nothing = await page({ figures: null });
    expect(nothing.text.match(/暂缺/g)?.length).toBeGreaterThanOrEqual(4);
    expect(nothing.text).not.toMatch(/(^|\D)0件/);
  });

  it('says of each quarter how many units are how far; one that is not open is not counted', async () => {
    const screen = await page();
    expect(screen.the('region', '第一季度').text).toContain('7 / 12 个单位已通过');
    expect(screen.the('region', '第一季度').text).toContain('其中逾期 1');
    expect(screen.the('region', '第二季度').text).toContain('未开放');
  });

  it('leads nobody where they may not go: no board, no filing', async () => {
    const screen = await page();
    expect(screen.text).toContain('示例区住房和城乡建设局 第一季度 逾期 5 天');
    expect(screen.all('link').filter((link) => link.href?.startsWith('/board') || link.href?.startsWith('/filings'))).toEqual([]);
    const office = await page({ hasBoard: true });
    expect(office.names('link')).toContain('共 1 项逾期，看进度');
  });

  it('is never empty: without a year, without an open quarter, with nothing to sign', async () => {
    const none = await page({ year: null, years: [], figures: null, quarters: [] });
    expect(none.text).toContain('还没有建立年度');
    expect(none.text).toContain('现在没有等您签字的。');
    expect((await page({ year: 2030, figures: null, quarters: [] })).text).toContain('2030 年还没有建立');
    const calm = await page({ late: { count: 0, first: [] }, changes: [] });
    expect(calm.text).toContain('没有逾期的报送。');
    expect(calm.text).toContain('没有须改的核对结果');
  });
});
