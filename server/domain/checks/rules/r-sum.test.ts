import { expect, it } from 'vitest';
import { subjectFrom } from '../testing/example-subject';
import { itKeepsItsExamples } from '../testing/it-keeps-its-examples';
import { rSum } from './r-sum';

itKeepsItsExamples(rSum);

it('r-sum: 12.5 万元 against 12.500001 万元 differs by 0.000001', () => {
  const { findings } = rSum.run(
    subjectFrom({ title: '', figures: { 's2.admin_fees': '12.5' }, subject: { unitSum: { 's2.admin_fees': '12.500001' } } }),
  );
  expect(findings[0]).toMatchObject({ left: '12.5', right: '12.500001', difference: '-0.000001' });
});
