import { describe, expect, it } from 'vitest';
import { count, type Figure, withComputed } from '../../figures';
import { type CellId, type FormatId, getFormat, leafCells } from '../../formats';
import type { ReportContent } from '../../subject';
import { buildReportDocument } from '../build-report-document';
import type { PastYear } from '../charts/trend-chart';
import { buildReportDigest } from './build-report-digest';

interface Wanted {
  values?: Record<CellId, number>;
  edition?: number | null;
  open?: readonly CellId[];
  missing?: readonly string[];
  past?: readonly PastYear[];
  formatId?: FormatId;
}

function aDigest({ values = {}, edition = 1, open = [], missing = [], past = [], formatId = '2021' }: Wanted = {}) {
  const format = getFormat(formatId);
  const leaves = new Map(leafCells(format).map((cell): [CellId, Figure] => [cell.id, count(values[cell.id] ?? 0)]));
  for (const cell of open) leaves.delete(cell);
  const content: ReportContent = {
    organ: '示例区人民政府',
    year: 2024,
    scope: 'consolidated',
    figures: withComputed(format, leaves),
    texts: {},
  };
  const document = buildReportDocument({
    content,
    format,
    edition,
    contentHash: 'c'.repeat(64),
    missingUnits: missing.map((unit) => ({ unit })),
  });
  return buildReportDigest({ document, content, past });
}

const balanced = {
  's3.carried_in.natural_person': 4,
  's3.new_received.natural_person': 83,
  's3.granted.natural_person': 84,
  's3.carried_out.natural_person': 3,
};

describe('the 图解 of a report', () => {
  it('has the organ, the period, the scope, and says which edition it is of', () => {
    const digest = aDigest();
    expect(digest.title).toEqual(['示例区人民政府', '2024年政府信息公开工作年度报告图解']);
    expect(digest.period).toBe('统计期限：2024年1月1日至12月31日　统计范围：汇总');
    expect(digest.sources).toEqual([
      `数据来源：示例区人民政府2024年政府信息公开工作年度报告（汇总，第1版）`,
      `内容校验码：${'c'.repeat(64)}`,
    ]);
    expect(aDigest({ edition: null }).sources[0]).toContain('（汇总，草稿）');
  });

  it('shows what came in and what went out: 4 + 83 = 84 + 3', () => {
    const { balance } = aDigest({ values: balanced }).requests;
    expect(balance.figures.map((figure) => `${figure.label}${figure.printed}`)).toEqual([
      '上年结转4',
      '本年新收83',
      '本年办结84',
      '结转下年3',
    ]);
    expect(balance.holds).toBe(true);
  });

  it('sets no = between figures that do not add up, or are not known', () => {
    expect(aDigest({ values: { ...balanced, 's3.carried_out.natural_person': 2 } }).requests.balance.holds).toBe(false);
    const open = aDigest({ values: balanced, edition: null, open: ['s3.carried_out.natural_person'] });
    expect(open.requests.balance.holds).toBe(false);
    expect(open.requests.balance.figures.at(-1)?.printed).toBe('未填');
  });

  it('leaves out 规章 where there is none, and shows it where there is one', () => {
    const titles = (digest: ReturnType<typeof aDigest>) => digest.disclosure.cards.map((card) => card.title);
    expect(titles(aDigest())).toEqual(['行政规范性文件', '行政许可', '行政处罚', '行政强制', '行政事业性收费']);
    expect(titles(aDigest({ values: { 's2.regulations.in_force': 11 } }))[0]).toBe('规章');
    expect(titles(aDigest({ formatId: '2019' }))).toEqual(['规范性文件', '行政许可', '行政处罚', '行政强制', '行政事业性收费']);
  });

  it('names missing units, of many the first and how many there are', () => {
    expect(aDigest({ missing: ['甲局', '乙局'] }).partial).toBe('尚未包括甲局、乙局的数据。');
    expect(aDigest({ missing: Array.from('一二三四五六七八', (name) => `${name}局`) }).partial).toBe(
      '尚未包括一局、二局、三局、四局、五局、六局等8个单位的数据。',
    );
    expect(aDigest().partial).toBeNull();
  });

  it('names the editions the trend rests on, the oldest first, and no other', () => {
    const past = [2023, 2021, 2015].map((year) => ({ year, edition: year - 2020, contentHash: 'd'.repeat(64), figures: new Map() }));
    expect(aDigest({ past }).sources.at(-1)).toBe('以前年度的数取自：2021年第1版、2023年第3版年度报告');
  });
});
