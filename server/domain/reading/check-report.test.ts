import { describe, expect, it } from 'vitest';
import { type PublishedReportName, publishedReports } from '../testing/published-reports';
import type { FindingJson } from './check-report';
import { checkReport } from './check-report';
import { parseReportJson, type ReadReport } from './report-json';

function read(name: PublishedReportName): ReadReport {
  const parsed = parseReportJson(JSON.stringify(publishedReports[name]));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

function withConsequences(findings: readonly FindingJson[]): FindingJson[] {
  return findings.flatMap((finding) => [finding, ...withConsequences(finding.consequences)]);
}

const tableRule = /^t[234]-/;
/** The rules on prose (n-…) keep their own tests of these reports. */
const isAboutTables = (rule: string) => !rule.startsWith('n-');
const names = Object.keys(publishedReports) as PublishedReportName[];

describe('published reports', () => {
  it.each(names)('%s breaks exactly the table rules that its print breaks', (name) => {
    const published = publishedReports[name].about.breaks
      .map((entry: string) => entry.toLowerCase().split(':'))
      .filter(([rule]) => tableRule.test(rule ?? ''));
    const found = withConsequences(checkReport(read(name), null).findings).filter(
      ({ rule, severity }) => tableRule.test(rule) && severity !== 'hint',
    );
    expect(found.map(({ rule, cells }) => [rule, cells[0]?.split('.')[1]])).toEqual(published);
  });

  it.each(names.filter((name) => name !== 'hongze2023'))('%s has no must-fix finding', (name) => {
    expect(checkReport(read(name), null).findings.filter(({ severity }) => severity === 'must_fix')).toEqual([]);
  });

  it('hongze2023: both totals of table 四 were left at 0: 10 + 1 = 11 and 5', () => {
    const found = checkReport(read('hongze2023'), null).findings.filter(({ rule }) => rule === 't4-sum');
    expect(found.map(({ left, right, difference }) => [left, right, difference])).toEqual([
      [0, 11, -11],
      [0, 5, -5],
    ]);
    expect(found[0]?.repair).toHaveLength(1);
    expect(found[0]?.repair[0]).toMatchObject({ kind: 'total_left_at_zero', changes: [{ cell: 's4.review.total', from: 0, to: 11 }] });
    expect(found[1]?.repair.map(({ rank, changes }) => [rank, changes[0]?.cell, changes[0]?.to])).toEqual([
      [1, 's4.litigation_after_review.total', 5],
      [1, 's4.litigation_after_review.upheld', 0],
    ]);
  });

  it('shanghaiOffice2019: blanks are unknown, asked about once a table, and no rule fails for them', () => {
    const { findings, verdict } = checkReport(read('shanghaiOffice2019'), null);
    expect(findings.map(({ rule }) => rule).filter(isAboutTables)).toEqual(['b-blank', 'b-blank']);
    expect(verdict.not_checkable).toBeGreaterThan(0);
  });

  it('hongkou2024: table 三 ends at row 9 of 25, and what is lost is not checkable', () => {
    const { damage, findings, verdict } = checkReport(read('hongkou2024'), null);
    expect(damage).toEqual([{ where: '三、收到和处理政府信息公开申请情况', what: '共 25 行，到第 9 行为止，其后没有读到。' }]);
    expect(findings.filter(({ rule }) => isAboutTables(rule))).toEqual([]);
    expect(verdict.not_checkable).toBeGreaterThan(0);
  });

  it('pingtan 2021 and 2022: 1 carried over, 665 + 88 − 55 = 698 in force, nothing to fix or confirm', () => {
    const findings = checkReport(read('pingtan2022'), read('pingtan2021').content).findings;
    expect(findings.filter(({ rule, severity }) => isAboutTables(rule) && severity !== 'hint')).toEqual([]);
  });
});

describe('one root cause', () => {
  it('a wrong total that breaks row, column and balance is one finding with the other two under it', () => {
    const report = read('suqian2023');
    const figures = new Map(report.content.figures).set('s3.result_total.natural_person', { state: 'number', value: 1, decimals: 0 });
    const { findings, verdict } = checkReport({ ...report, content: { ...report.content, figures } }, null);
    const [finding] = findings.filter(({ severity }) => severity === 'must_fix');
    expect(verdict.must_fix).toBe(1);
    expect([finding?.rule, ...(finding?.consequences.map(({ rule }) => rule) ?? [])]).toEqual(['t3-row', 't3-sum', 't3-col']);
    expect(finding?.cells[0]).toBe('s3.result_total.natural_person');
    expect(finding?.repair).toHaveLength(1);
  });

  it('60 + 0 against 61 in 自然人 and 1 + 0 against 0 in 其他 are one finding, which moving 1 mends', () => {
    const report = read('pingtan2021');
    const figures = new Map(report.content.figures);
    for (const id of figures.keys()) if (id.startsWith('s3.')) figures.set(id, { state: 'number', value: 0, decimals: 0 });
    const put = (row: string, column: string, value: number) => figures.set(`s3.${row}.${column}`, { state: 'number', value, decimals: 0 });
    put('new_received', 'natural_person', 60);
    put('new_received', 'other_org', 1);
    put('new_received', 'total', 61);
    for (const row of ['granted', 'result_total']) {
      put(row, 'natural_person', 61);
      put(row, 'total', 61);
    }
    const found = checkReport({ ...report, content: { ...report.content, figures } }, null).findings.filter(
      ({ severity }) => severity === 'must_fix',
    );
    expect(found.map(({ rule, left, right }) => [rule, left, right])).toEqual([['t3-col', 60, 61]]);
    expect(found[0]?.consequences.map(({ rule, left, right }) => [rule, left, right])).toEqual([['t3-col', 1, 0]]);
    expect(found[0]?.cells.slice(0, 2)).toEqual(['s3.new_received.natural_person', 's3.new_received.other_org']);
    const [first] = found.flatMap(({ repair }) => repair);
    expect(first?.kind).toBe('move');
    expect(first?.changes.map(({ cell, from, to }) => [cell, from, to])).toEqual([
      ['s3.new_received.natural_person', 60, 61],
      ['s3.new_received.other_org', 1, 0],
    ]);
  });
});
