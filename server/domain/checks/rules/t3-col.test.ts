import { expect, it } from 'vitest';
import { outcomeRows } from '../../formats/request-rows';
import { subjectFrom } from '../testing/example-subject';
import { testRuleExamples } from '../testing/it-keeps-its-examples';
import { t3Col } from './t3-col';

testRuleExamples(t3Col);

const column = { 's3.new_received.natural_person': 83, 's3.carried_in.natural_person': 4, 's3.carried_out.natural_person': 3 };
const outcomes = Object.fromEntries(outcomeRows('other_three').map(({ key }) => [`s3.${key}.natural_person`, key === 'granted' ? 84 : 0]));

it('t3-col: 83 received + 4 carried in = 84 answered + 3 carried out', () => {
  expect(t3Col.run(subjectFrom({ title: '', figures: { ...column, 's3.result_total.natural_person': 84 } })).passed).toBe(1);
});

it('t3-col: shows 87, 86 and 1 when one case is missing from the outcomes', () => {
  const { findings } = t3Col.run(subjectFrom({ title: '', figures: { ...column, 's3.result_total.natural_person': 83 } }));
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({ left: 87, right: 86, difference: 1 });
  expect(findings[0]?.message.zh).toMatch(/83 \+ 二 4 = 87.*83 \+ 四 3 = 86.*相差 1/);
});

it('t3-col: outcomes that sum to 84 stand in for a （七）总计 that is not stated, and the sentence says so', () => {
  expect(t3Col.run(subjectFrom({ title: '', figures: { ...column, ...outcomes } })).passed).toBe(1);
  const { findings } = t3Col.run(subjectFrom({ title: '', figures: { ...column, ...outcomes, 's3.granted.natural_person': 83 } }));
  expect(findings[0]?.message.zh).toContain('未列总计');
});
