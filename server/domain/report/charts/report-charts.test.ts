import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, type Figure, sumAt, withComputed } from '../../figures';
import { type CellId, type Format, getFormat, leafCells } from '../../formats';
import { aValidReport } from '../../testing/a-valid-report';
import { shareOf, smallSample } from './make-up';
import { chartSentence, type ReportChart } from './report-chart';
import { reportCharts } from './report-charts';
import { type PastYear, yearsOfTrend } from './trend-chart';

const format = getFormat('2021');

function figuresWith(values: Record<CellId, number>, of: Format = format): Map<CellId, Figure> {
  const leaves = leafCells(of).map((cell): [CellId, Figure] => [cell.id, count(values[cell.id] ?? 0)]);
  return withComputed(of, new Map(leaves));
}

function pastYear(year: number, received: number, answered: number): PastYear {
  const figures = new Map([
    ['s3.new_received.total', count(received)],
    ['s3.result_total.total', count(answered)],
  ]);
  return { year, edition: 1, contentHash: 'a'.repeat(64), figures };
}

function chartsOf(values: Record<CellId, number>, past: readonly PastYear[] = []) {
  const [outcomes, applicants, trend] = reportCharts({ format, year: 2024, figures: figuresWith(values), past });
  return { outcomes, applicants, trend } as Record<'outcomes' | 'applicants' | 'trend', ReportChart>;
}

const printed = (chart: ReportChart) => chart.points.map((point) => [point.label, ...point.values.map((value) => value.printed)].join(' '));

describe('the charts of a report', () => {
  it('outcomes: the rows of each group are one bar, 37 + 4 + 34 + 6 + 3 = 84', () => {
    const { outcomes } = chartsOf({
      's3.granted.natural_person': 37,
      's3.denied_three_security_one_stability.natural_person': 3,
      's3.denied_third_party_rights.other_org': 1,
      's3.unable_not_held.natural_person': 29,
      's3.unable_needs_creation.natural_person': 5,
      's3.refused_petition_complaint.natural_person': 6,
      's3.other_misc.natural_person': 3,
    });
    expect(printed(outcomes)).toEqual(['予以公开 37', '部分公开 0', '不予公开 4', '无法提供 34', '不予处理 6', '其他处理 3']);
    expect(outcomes.points.map((point) => point.values[0]?.share)).toEqual(['44.0%', '0.0%', '4.8%', '40.5%', '7.1%', '3.6%']);
    expect(outcomes.notes).toEqual(['全年办结84件。']);
    expect(outcomes.instead).toBeNull();
  });

  it('applicants: the requests received, by the six columns', () => {
    const { applicants } = chartsOf({ 's3.new_received.natural_person': 60, 's3.new_received.other_org': 20 });
    expect(printed(applicants)).toEqual(['自然人 60', '商业企业 0', '科研机构 0', '社会公益组织 0', '法律服务机构 0', '其他组织 20']);
    expect(applicants.points[0]?.values[0]?.share).toBe('75.0%');
  });

  it('a make-up of fewer than 20 cases has counts and no shares', () => {
    const { applicants } = chartsOf({ 's3.new_received.natural_person': smallSample - 1 });
    expect(applicants.points.every((point) => point.values[0]?.share === null)).toBe(true);
    expect(applicants.notes).toEqual(['全年新收19件。', '总数不足20件，只列件数，不计占比。']);
    expect(chartsOf({ 's3.new_received.natural_person': smallSample }).applicants.points[0]?.values[0]?.share).toBe('100.0%');
  });

  it('a year of zeros is said and not drawn', () => {
    const { outcomes, applicants, trend } = chartsOf({}, [pastYear(2023, 0, 0)]);
    expect(outcomes.instead).toBe('全年办结0件，各项均为0。');
    expect(applicants.instead).toBe('全年新收0件，各项均为0。');
    expect(trend.instead).toBe('2023年、2024年新收和办结均为0件。');
  });

  it('a cell that is not filled leaves its chart undrawn, and is never 0', () => {
    const figures = figuresWith({ 's3.granted.natural_person': 30, 's3.new_received.natural_person': 30 });
    for (const id of ['s3.granted.total', 's3.result_total.total']) figures.delete(id);
    const [outcomes, applicants, trend] = reportCharts({ format, year: 2024, figures, past: [pastYear(2023, 5, 5)] });
    expect(outcomes?.points[0]?.values[0]).toMatchObject({ value: null, printed: '未填', share: null });
    expect(outcomes?.instead).toContain('暂不绘图');
    expect(applicants?.instead).toBeNull();
    expect(trend?.points.at(-1)?.values.map((value) => value.printed)).toEqual(['30', '未填']);
  });

  it('trend: five years to the report’s own; years without an edition are named and hold no number', () => {
    const { trend } = chartsOf({ 's3.new_received.natural_person': 83, 's3.granted.natural_person': 84 }, [
      pastYear(2023, 70, 68),
      pastYear(2021, 41, 41),
      pastYear(2017, 9, 9),
    ]);
    expect(printed(trend)).toEqual(['2020年 暂缺 暂缺', '2021年 41 41', '2022年 暂缺 暂缺', '2023年 70 68', '2024年 83 84']);
    expect(trend.points[0]?.values.map((value) => value.value)).toEqual([null, null]);
    expect(trend.notes).toEqual(['2020年、2022年：系统内没有完整的年报定稿版，不绘。']);
    expect(trend.instead).toBeNull();
  });

  it('trend: one year alone is no trend', () => {
    expect(chartsOf({ 's3.new_received.natural_person': 83 }).trend.instead).toBe('只有2024年的数，尚不能比较，不绘图。');
  });

  it('a published total that differs from its parts is said', () => {
    const figures = figuresWith({ 's3.granted.natural_person': 30 });
    figures.set('s3.result_total.total', count(31));
    const [outcomes] = reportCharts({ format, year: 2024, figures, past: [] });
    expect(outcomes?.notes).toContain('表中总计为31件，与各项之和30件不一致。');
  });

  it('nothing of a year under way is called that of a whole year', () => {
    const charts = reportCharts({ format, year: 2024, figures: figuresWith({ 's3.granted.natural_person': 22 }), past: [], isSoFar: true });
    expect(charts.map((chart) => chart.notes[0] ?? chart.instead)).toEqual([
      '目前办结22件。',
      '目前新收0件，各项均为0。',
      '2024年：截至目前，不是全年数。',
    ]);
    expect(JSON.stringify(charts)).not.toContain('全年办结');
  });

  it('is said in one sentence for whoever does not see it', () => {
    const { applicants, trend } = chartsOf({ 's3.new_received.natural_person': 60, 's3.granted.natural_person': 58 }, [
      pastYear(2023, 3, 4),
    ]);
    expect(chartSentence(applicants)).toContain('申请人类型，单位：件。自然人60件，占100.0%；商业企业0件，占0.0%；');
    expect(chartSentence(trend)).toContain(
      '2022年新收暂缺，2022年办结暂缺；2023年新收3件，2023年办结4件；2024年新收60件，2024年办结58件。',
    );
  });

  it('property: whatever the report, bars add up to the total and every drawn number is the sum of its cells', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const { format: own, content } = aValidReport(seed, seed % 2 ? 'other_three' : 'other_single');
      const [outcomes, applicants] = reportCharts({ format: own, year: content.year, figures: content.figures, past: [] });
      for (const [chart, total] of [
        [outcomes, 's3.result_total.total'],
        [applicants, 's3.new_received.total'],
      ] as const) {
        const values = chart?.points.map((point) => point.values[0]) ?? [];
        expect(values).toHaveLength(6);
        for (const value of values) expect(value?.value).toBe(sumAt(content.figures, value?.cells ?? []));
        expect(values.reduce((sum, value) => sum + (value?.value ?? 0), 0)).toBe(sumAt(content.figures, [total]));
      }
    }
  });

  it('property: a share is within half a tenth of a percent, and only 0 prints 0.0% and only all prints 100.0%', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (sum, part) => {
        const value = Math.round(sum * part);
        const share = shareOf(value, sum);
        expect(share === '0.0%').toBe(value === 0);
        expect(share === '100.0%').toBe(value === sum);
        expect(Math.abs(Number(share.replace(/[<>%]/g, '')) - (100 * value) / sum)).toBeLessThanOrEqual(
          /[<>]/.test(share) ? 0.1 : 0.0500001,
        );
      }),
    );
  });

  it('the years end with the report’s own', () => {
    expect(yearsOfTrend(2024)).toEqual([2020, 2021, 2022, 2023, 2024]);
  });
});
