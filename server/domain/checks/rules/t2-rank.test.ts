import { expect, it } from 'vitest';
import { subjectFrom } from '../testing/example-subject';
import { testRuleExamples } from '../testing/it-keeps-its-examples';
import { t2Rank } from './t2-rank';

testRuleExamples(t2Rank);

it.each([
  ['示例市示例区人民政府', 1],
  ['示例县某乡人民政府', 1],
  ['示例区某街道办事处', 1],
  ['示例自治区人民政府', 0],
  ['示例市人民政府', 0],
])('t2-rank: 1 规章 of %s gives %i findings when its powers are not known', (organ, findings) => {
  const result = t2Rank.run(subjectFrom({ title: '', figures: { 's2.regulations.issued': 1 }, subject: { organ } }));
  expect(result.findings).toHaveLength(findings);
  expect(result.passed).toBe(0);
});
