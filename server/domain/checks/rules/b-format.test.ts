import { expect, it } from 'vitest';
import { getFormat } from '../../formats';
import { severityOf } from '../check';
import { aSubject } from '../testing/example-subject';
import { testRuleExamples } from '../testing/it-keeps-its-examples';
import { bFormat } from './b-format';

testRuleExamples(bFormat);

it('b-format: the single 其他处理 row of 2019 in a report of 2021 is a hint', () => {
  const { findings } = bFormat.run(aSubject({ format: getFormat('2021', 'other_single') }));
  expect(findings.map((finding) => severityOf(bFormat, finding))).toEqual(['hint']);
});
