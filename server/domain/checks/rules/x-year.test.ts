import { expect, it } from 'vitest';
import { type CheckExample, severityOf } from '../check';
import { subjectFrom } from '../testing/example-subject';
import { testRuleExamples } from '../testing/it-keeps-its-examples';
import { xYear } from './x-year';

testRuleExamples(xYear);

const severities = (example: CheckExample) => xYear.run(subjectFrom(example)).findings.map((finding) => severityOf(xYear, finding));

it('x-year: the title in the preamble says 2022, the report is on 2023', () => {
  expect(severities({ title: '', texts: { preamble: '现公布2022年政府信息公开工作年度报告。' } })).toEqual(['must_fix']);
});

it('x-year: 二〇二二年 in the period is read too', () => {
  expect(severities({ title: '', texts: { preamble: '统计期限自二〇二二年1月1日起至12月31日止。' } })).toEqual(['must_fix']);
});

it('x-year: a year of last year that was left in the text is a hint, a comparison with it is nothing', () => {
  expect(severities({ title: '', texts: { '1': '2022年，我区公开信息98条。' } })).toEqual(['hint']);
  expect(severities({ title: '', texts: { '1': '公开信息98条，较2022年增加3条。' } })).toEqual([]);
});

it('x-year: a plan that runs from 2021 to 2025 is no period of the report, a 统计期限 outside the preamble is', () => {
  expect(severities({ title: '', texts: { '1': '规划期为2021年1月1日至2025年12月31日。' } })).toEqual([]);
  expect(severities({ title: '', texts: { '1': '统计期限为2022年1月1日至2022年12月31日。' } })).toEqual(['must_fix']);
});
