import { describe, expect, it } from 'vitest';
import { publishedReports } from '../testing/published-reports';
import { checks } from '.';
import { type Check, severityOf } from './check';
import { subjectFrom } from './example-subject';

/** Every example of every rule, as far as the rule applies to it. */
const subjects = checks.flatMap(({ examples, weighsOtherwise = [] }) =>
  [examples.passing, examples.failing, examples.blank, ...weighsOtherwise.map(({ example }) => example)].map(subjectFrom),
);
const chapters = Object.values(publishedReports).flatMap((report) =>
  Object.values((report as { texts?: Record<string, string> }).texts ?? {}),
);

function findingsOf(check: Check) {
  const prose = chapters.map((text) => subjectFrom({ title: '', texts: { '1': text } }));
  return [...subjects, ...prose].flatMap((subject) => (check.appliesTo(subject) ? check.run(subject).findings : []));
}

describe.each(checks.map((check) => [check.id, check] as const))('%s', (_, check) => {
  const { severity, weighsOtherwise = [] } = check;

  it('weighs in no way that it does not state', () => {
    const stated = new Set([severity, ...weighsOtherwise.map((other) => other.severity)]);
    for (const { weighsAs, message } of findingsOf(check)) expect(stated, message.zh).toContain(weighsAs ?? severity);
  });

  it.each(weighsOtherwise)('weighs $severity in the example it gives', (other) => {
    const subject = subjectFrom(other.example);
    expect(check.appliesTo(subject)).toBe(true);
    expect(check.run(subject).findings.map((finding) => severityOf(check, finding))).toContain(other.severity);
    expect([other.when.zh, other.when.en].every((when) => /[。.]$/.test(when))).toBe(true);
  });
});
