import { describe, expect, it } from 'vitest';
import { getFormat } from '../formats';
import { runChecks } from '.';
import { buildCheckReport, type CheckReportSource } from './check-report';
import { aSubject, bookOf } from './example-subject';

const subject = aSubject({
  organ: '示例区人民政府',
  figures: bookOf(aSubject().format, {
    's3.new_received.natural_person': 83,
    's3.carried_in.natural_person': 4,
    's3.result_total.natural_person': 83,
    's3.carried_out.natural_person': 3,
  }),
});
const run = runChecks(subject, { switchedOff: { 'x-jump': '试运行', 'b-blank': '只核对自然人一列' } });
const source: CheckReportSource = { content: subject, format: subject.format, run, date: '2026-11-23' };

function sectionOf(some: Partial<CheckReportSource>, title: string) {
  const section = buildCheckReport({ ...source, ...some }).sections.find((one) => one.title.startsWith(title));
  if (!section) throw new Error(`no section ${title}`);
  return section;
}

describe('a check report', () => {
  it('says what was checked, by which rules, and the verdict first', () => {
    const { facts, verdict, counts } = buildCheckReport(source);
    expect(facts.map(([, value]) => value)).toEqual(
      expect.arrayContaining(['示例区人民政府', '2023 年度', '本机关', '2026-11-23', run.packVersion]),
    );
    expect(verdict).toBe('有 1 处必须改正。');
    expect(counts.find(({ tone }) => tone === 'must_fix')?.value).toBe(1);
  });

  it('tells both sides, the law and tied repairs of a finding: 83 + 4 = 87, 83 + 3 = 86', () => {
    const [finding] = sectionOf({}, '必须改正').entries;
    expect(finding?.mark).toBe('t3-col');
    const details = Object.fromEntries(finding?.details.map(({ label, lines }) => [label, lines]) ?? []);
    expect(details.两边).toEqual(['左边 87，右边 86，差 1']);
    expect(details.依据?.[0]).toContain('勾稽关系');
    expect(Object.keys(details)).toContain('可能的改法（并列）');
  });

  it('never counts what it could not look at as passed, and lists it by rule', () => {
    const section = sectionOf({}, '无法核对');
    expect(section.note).toContain('不等于通过');
    expect(section.entries.map(({ mark }) => mark)).toContain('t3-row');
  });

  it('prints an exception with both names, and one whose values have changed not at all', () => {
    const bound = { kind: 'exception' as const, rule: 't3-col', text: '上年更正', writtenBy: '王芳', countersignedBy: '李强' };
    const boundTo = run.findings.find(({ rule }) => rule === 't3-col')?.boundTo ?? '';
    const labels = (statements: CheckReportSource['statements']) =>
      sectionOf(statements ? { statements } : {}, '必须改正').entries[0]?.details.map(({ label }) => label);
    expect(labels([{ ...bound, boundTo }])).toContain('放行理由（王芳 申请，李强 会签）');
    expect(labels([{ ...bound, boundTo, countersignedBy: null }])).toContain('放行理由（王芳 申请，尚未会签，未生效）');
    expect(labels([{ ...bound, boundTo: 'other values' }])).toEqual(labels(undefined));
  });

  it('says of an empty report not that it holds, but that nothing could be checked', () => {
    const empty = runChecks(aSubject());
    expect(buildCheckReport({ ...source, run: empty }).verdict).toContain(`${empty.counts.not_checkable} 项无法核对，不等于通过`);
  });

  it('lists rules that are switched off with their reason, and says so when there are none', () => {
    expect(sectionOf({}, '停用的规则').entries).toMatchObject([{ mark: 'x-jump', text: '试运行' }, { mark: 'b-blank' }]);
    expect(sectionOf({ run: runChecks(subject) }, '停用的规则').note).toBe('无。');
  });

  it('can be had in English', () => {
    const english = buildCheckReport({ ...source, language: 'en' });
    expect(english.verdict).toBe('1 to fix.');
    expect(english.sections.map(({ title }) => title).join()).not.toContain('必须');
  });
});

describe('adjustments in a check report', () => {
  const format = getFormat('2021');
  const run = runChecks(aSubject());
  const content = { organ: '某局', year: 2023, scope: 'own_organ' as const };
  const line = {
    cell: 's3.granted.natural_person',
    value: 3,
    decimals: 0,
    reason: '系统切换遗留三件',
    sum: '16',
    printed: '19',
    writtenBy: '张三',
    countersignedBy: '李四',
  };
  const sectionsOf = (adjustments?: (typeof line)[]) =>
    buildCheckReport({ content: { ...content, ...(adjustments ? { adjustments } : {}) }, format, run, date: '2026年1月1日' }).sections;

  it('are listed with sum, print, reason and both names; without any there is no such section', () => {
    const section = sectionsOf([line]).find((one) => one.title.startsWith('年报调整'));
    expect(section?.entries).toEqual([
      {
        mark: '+3',
        text: expect.stringContaining('各季度之和 16，印出 19'),
        details: [{ label: '张三写，李四会签', lines: ['系统切换遗留三件'] }],
      },
    ]);
    expect(sectionsOf().some((one) => one.title.startsWith('年报调整'))).toBe(false);
  });
});
