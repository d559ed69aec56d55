import { expect, it } from 'vitest';
import { severityOf } from '../check';
import { subjectFrom } from '../testing/example-subject';
import { testRuleExamples } from '../testing/it-keeps-its-examples';
import { xPend } from './x-pend';

testRuleExamples(xPend);

it('x-pend: a shortfall is only a hint while nobody knows whether carried cases are counted', () => {
  const { findings } = xPend.run(
    subjectFrom({ title: '', figures: { 's4.review.total': 3 }, lastYear: { figures: { 's4.review.pending': 26 } } }),
  );
  expect(findings.map((finding) => severityOf(xPend, finding))).toEqual(['hint']);
  expect(findings[0]).toMatchObject({ left: 3, right: 26, difference: -23 });
});

it('x-pend: with new cases recorded, 26 + 10 = 30 concluded + 5 pending is off by 1', () => {
  const { findings } = xPend.run(
    subjectFrom({
      title: '',
      figures: {
        's4.review.new_cases': 10,
        's4.review.upheld': 30,
        's4.review.corrected': 0,
        's4.review.other': 0,
        's4.review.pending': 5,
      },
      lastYear: { figures: { 's4.review.pending': 26 } },
    }),
  );
  expect(findings[0]).toMatchObject({ left: 35, right: 36, difference: -1 });
});
