import { expect, it } from 'vitest';
import { subjectFrom } from '../testing/example-subject';
import { testRuleExamples } from '../testing/it-keeps-its-examples';
import { xJump } from './x-jump';

testRuleExamples(xJump);

it('x-jump: 2 became 19 is too small to look at, 2 became 20 is not', () => {
  const jump = (now: number) =>
    xJump.run(subjectFrom({ title: '', figures: { 's2.penalty_decisions': now }, lastYear: { figures: { 's2.penalty_decisions': 2 } } }))
      .findings.length;
  expect([jump(19), jump(20)]).toEqual([0, 1]);
});
