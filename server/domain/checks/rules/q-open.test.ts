import { expect, it } from 'vitest';
import { subjectFrom } from '../testing/example-subject';
import { testRuleExamples } from '../testing/it-keeps-its-examples';
import { qOpen } from './q-open';

testRuleExamples(qOpen);

it('q-open: a restated opening is settled: 5 carried out, 4 carried in with a reason', () => {
  const { findings } = qOpen.run(
    subjectFrom({
      title: '',
      figures: { 's3.carried_in.natural_person': 4 },
      before: { 's3.carried_out.natural_person': 5 },
      subject: { kind: 'filing', quarter: 1, restated: ['s3.carried_in.natural_person'] },
    }),
  );
  expect(findings).toEqual([]);
});

it('q-open: pending cases and documents in force open with their closings too: 2 pending, 3 opened', () => {
  const { findings } = qOpen.run(
    subjectFrom({
      title: '',
      figures: { 's4.review.pending_opening': 3, 's2.normative_documents.in_force_opening': 10 },
      before: { 's4.review.pending': 2, 's2.normative_documents.in_force': 10 },
      subject: { kind: 'filing', quarter: 2 },
    }),
  );
  expect(findings.map(({ cells }) => cells)).toEqual([['s4.review.pending_opening']]);
});
