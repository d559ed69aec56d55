import { expect, test } from 'vitest';
import { subjectFrom } from '../example-subject';
import { runChecks } from '../index';
import { findingsFarFromPast } from './far-from-past';

const licences = 's2.licensing_decisions';
const asked = (value: number, past: readonly number[]) => {
  const subject = subjectFrom({
    title: 'a quarter',
    figures: { [licences]: value },
    past: { [licences]: past },
    subject: { kind: 'filing', quarter: 1 },
  });
  return findingsFarFromPast(runChecks(subject, { overlay: null }).findings, licences);
};

test('a figure is marked far exactly where the rule asks: what the older hint marked and no rule asked stays silent', () => {
  expect(asked(31, [10, 10, 10, 10]).map(({ rule }) => rule)).toEqual([]);
  expect(asked(310, [10, 10, 10, 10]).map(({ rule }) => rule)).toEqual(['q-jump']);
  expect(asked(900, [])).toEqual([]);
});

test('another cell is not marked with it', () => {
  const subject = subjectFrom({
    title: 'a quarter',
    figures: { [licences]: 99_999 },
    past: { [licences]: [218, 190, 260, 205] },
    subject: { kind: 'filing', quarter: 1 },
  });
  const { findings } = runChecks(subject, { overlay: null });
  expect(findingsFarFromPast(findings, licences)).toHaveLength(1);
  expect(findingsFarFromPast(findings, 's2.penalty_decisions')).toEqual([]);
  expect(findingsFarFromPast(findings)).toHaveLength(1);
});
