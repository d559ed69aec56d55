import { expect, it } from 'vitest';
import { severityOf } from '../check';
import { aSubject, subjectFrom } from '../testing/example-subject';
import { testRuleExamples } from '../testing/it-keeps-its-examples';
import { bBlank } from './b-blank';

testRuleExamples(bBlank);

const zeros = (cells: readonly string[]) => Object.fromEntries(cells.map((cell) => [cell, 0]));
const review = ['upheld', 'corrected', 'other', 'pending', 'total'].map((result) => `s4.review.${result}`);

it('b-blank: asks once for a table in which 2 of 5 cells of a block are blank, and names the 2', () => {
  const { findings } = bBlank.run(subjectFrom({ title: '', figures: zeros(review.slice(0, 3)) }));
  expect(findings).toHaveLength(1);
  expect(findings.map((finding) => severityOf(bBlank, finding))).toEqual(['confirm']);
  expect(findings[0]).toMatchObject({ cells: review.slice(3), left: 2 });
});

it('b-blank: takes rows of a report that are missing altogether for damage, not for blanks', () => {
  const { findings, notCheckable } = bBlank.run(subjectFrom({ title: '', figures: zeros(review) }));
  expect(findings).toEqual([]);
  expect(notCheckable.map(({ cells }) => cells.length)).toEqual([10, 175, 10]);
});

it('b-blank: a “/” in a filing is not filled, and must be fixed', () => {
  const figures = new Map([['s4.review.upheld', { state: 'unreadable' as const, raw: '/' }]]);
  const { findings } = bBlank.run(aSubject({ kind: 'filing', figures }));
  expect(findings.map((finding) => severityOf(bBlank, finding))).toEqual(['must_fix', 'must_fix', 'must_fix']);
  expect(findings[2]?.cells).toContain('s4.review.upheld');
});
