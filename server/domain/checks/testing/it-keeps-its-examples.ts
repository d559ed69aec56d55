import { describe, expect, it } from 'vitest';
import type { Check, CheckExample, CheckResult } from '../check';
import { subjectFrom } from './example-subject';

type Verdict = NonNullable<CheckExample['verdict']>;

/** Runs the three examples a rule publishes, and holds its findings to the contract: real cells, two languages, both sides. */
export function testRuleExamples(check: Check): void {
  describe(`${check.id} keeps its published examples`, () => {
    const { passing, failing, blank } = check.examples;
    it(`passes: ${passing.title}`, () => expectVerdict(check, passing, passing.verdict ?? 'passed'));
    it(`finds: ${failing.title}`, () => expectVerdict(check, failing, failing.verdict ?? 'found'));
    it(`blank: ${blank.title}`, () => expectVerdict(check, blank, blank.verdict ?? 'not_checkable'));
  });
}

function expectVerdict(check: Check, example: CheckExample, verdict: Verdict): void {
  const subject = subjectFrom(example);
  const applies = check.appliesTo(subject);
  expect(applies, 'whether the rule applies').toBe(verdict !== 'not_applied');
  if (!applies) return;
  const result = check.run(subject);
  switch (verdict) {
    case 'passed':
      expect(result.findings).toEqual([]);
      expect(result.passed).toBeGreaterThan(0);
      break;
    case 'found':
      expect(result.findings.length).toBeGreaterThan(0);
      break;
    case 'not_checkable':
      expect(result.findings).toEqual([]);
      expect(result.passed).toBe(0);
      expect(result.notCheckable.length).toBeGreaterThan(0);
      break;
    default:
      verdict satisfies 'not_applied';
  }
  expectSoundFindings(check, result, subjectFrom(example).format.cells);
}

function expectSoundFindings(check: Check, { findings }: CheckResult, cells: ReadonlyMap<string, unknown>): void {
  for (const finding of findings) {
    for (const cell of finding.cells) expect(cells.has(cell), `${check.id} names the cell ${cell}`).toBe(true);
    expect(finding.message.zh).toMatch(/。$/);
    expect(finding.message.en).toMatch(/\.$/);
    // Names stand in the quotes of the language, and its own words say what is a row and what a column.
    expect(finding.message.en).not.toMatch(/[“”]|"[列行](?!\p{Script=Han})/u);
    expect(finding.message.zh).not.toContain('"');
    for (const side of [finding.left, finding.right])
      if (typeof side === 'number') expect(finding.message.zh, `${check.id} shows ${side}`).toContain(String(side));
  }
}
