import { expect, it } from 'vitest';
import { count } from '../../figures';
import { subjectFrom } from '../testing/example-subject';
import { testRuleExamples } from '../testing/it-keeps-its-examples';
import { xCarry } from './x-carry';

testRuleExamples(xCarry);

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

it('x-carry: an opening that one unit restated is counted with its reason and leaves the column checked', () => {
  const cell = 's3.carried_in.natural_person';
  const subject = subjectFrom({
    title: '',
    figures: { [cell]: 5 },
    lastYear: { figures: { 's3.carried_out.natural_person': 3 } },
    subject: { restated: [cell] },
  });
  const restated = (amount: number) => ({
    ...subject,
    restatedBy: {
      amounts: new Map([[cell, count(amount)]]),
      notes: new Map([[cell, [{ organ: '示例区1局', was: 0, is: amount, reason: '法院判决恢复计算。' }]]]),
    },
  });
  expect(xCarry.run(restated(2))).toMatchObject({ findings: [], passed: 1 });
  const [finding] = xCarry.run(restated(1)).findings;
  expect([finding?.left, finding?.right, finding?.difference]).toEqual([5, 4, 1]);
  expect(finding?.message.zh).toContain('示例区1局由 0 重述为 1（法院判决恢复计算。）');
  const unknown = { ...subject, restatedBy: { amounts: new Map(), notes: new Map() } };
  expect(xCarry.run(unknown)).toMatchObject({ findings: [], passed: 0 });
  expect(xCarry.run(unknown).notCheckable).not.toEqual([]);
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
