import { expect, it } from 'vitest';
import { aSubject } from '../testing/example-subject';
import { testRuleExamples } from '../testing/it-keeps-its-examples';
import { t4Int } from './t4-int';

testRuleExamples(t4Int);

it('t4-int: text that is no number is found on import, a “/” is left to b-blank', () => {
  const figures = new Map([
    ['s4.review.upheld', { state: 'unreadable' as const, raw: '三十余' }],
    ['s4.review.other', { state: 'unreadable' as const, raw: '/' }],
  ]);
  expect(t4Int.run(aSubject({ figures })).findings.map(({ cells }) => cells)).toEqual([['s4.review.upheld']]);
});
