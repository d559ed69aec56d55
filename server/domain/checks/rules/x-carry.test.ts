import { expect, it } from 'vitest';
import { subjectFrom } from '../testing/example-subject';
import { itKeepsItsExamples } from '../testing/it-keeps-its-examples';
import { xCarry } from './x-carry';

itKeepsItsExamples(xCarry);

it('x-carry: looks at each column: 1 carried out by a person, 1 carried in by an enterprise gives 2 findings though the totals agree', () => {
  const { findings, passed } = xCarry.run(
    subjectFrom({
      title: '',
      figures: { 's3.carried_in.natural_person': 0, 's3.carried_in.commercial_enterprise': 1, 's3.carried_in.total': 1 },
      lastYear: { figures: { 's3.carried_out.natural_person': 1, 's3.carried_out.commercial_enterprise': 0, 's3.carried_out.total': 1 } },
    }),
  );
  expect(findings.map(({ left, right }) => [left, right])).toEqual([
    [0, 1],
    [1, 0],
  ]);
  expect(passed).toBe(1);
});

it('x-carry: a whole assembled from its units answers for what is not printed too: 期初现行有效, 期初尚未审结', () => {
  const subject = subjectFrom({
    title: '',
    figures: { 's2.normative_documents.in_force_opening': 12, 's4.review.pending_opening': 1 },
    lastYear: { figures: { 's2.normative_documents.in_force': 10, 's4.review.pending': 1 } },
  });
  const whole = { ...subject, kind: 'edition' as const, scope: 'consolidated' as const };
  const { findings, passed } = xCarry.run(whole);
  expect(findings.map(({ cells, left, right }) => [cells, left, right])).toEqual([[['s2.normative_documents.in_force_opening'], 12, 10]]);
  expect(passed).toBe(1);
  expect(xCarry.run(subject).findings).toEqual([]);
});

it('x-carry: what was taken over from closed units since is added to what last year carried out', () => {
  const subject = subjectFrom({
    title: '',
    figures: { 's3.carried_in.natural_person': 7 },
    lastYear: { figures: { 's3.carried_out.natural_person': 2 } },
  });
  const takenOver = new Map([['s3.carried_out.natural_person', { state: 'number' as const, value: 5, decimals: 0 }]]);
  expect(xCarry.run({ ...subject, takenOver })).toMatchObject({ findings: [], passed: 1 });
  expect(xCarry.run(subject).findings).toMatchObject([{ left: 7, right: 2 }]);
});
