import { describe, expect, it } from 'vitest';
import { subjectFrom } from '../testing/example-subject';
import { testRuleExamples } from '../testing/it-keeps-its-examples';
import { rSum } from './r-sum';

testRuleExamples(rSum);

it('r-sum: 12.5 万元 against 12.500001 万元 differs by 0.000001', () => {
  const { findings } = rSum.run(
    subjectFrom({ title: '', figures: { 's2.admin_fees': '12.5' }, subject: { unitSum: { 's2.admin_fees': '12.500001' } } }),
  );
  expect(findings[0]).toMatchObject({ left: '12.5', right: '12.500001', difference: '-0.000001' });
});

describe('r-sum with a signed adjustment', () => {
  const received = 's3.new_received.natural_person';
  const findings = (figure: number, adjusted: Record<string, number>) =>
    rSum.run(subjectFrom({ title: '', figures: { [received]: figure }, subject: { unitSum: { [received]: 22 }, adjusted } })).findings;

  it('takes the adjusted figure for right and the bare sum for wrong', () => {
    expect([findings(25, { [received]: 3 }), findings(19, { [received]: -3 })]).toEqual([[], []]);
    expect(findings(22, { [received]: 3 })[0]).toMatchObject({ left: 22, right: 25, difference: -3 });
  });

  it('leaves cells without an adjustment to the sum', () => {
    expect(findings(25, { 's3.new_received.other_org': 3 })).toHaveLength(1);
  });
});
