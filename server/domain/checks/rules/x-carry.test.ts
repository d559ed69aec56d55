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
