import { expect, test } from 'vitest';
import { addUp, fromPlaywright, fromVitest, stageTotals, totalsLine } from './totals.mjs';

const counts = (passed: number, failed: number, skipped = 0) => ({ passed, failed, skipped });

test('1 type check + 1 lint + 40 unit + 7 browser tests = 49 passed', () => {
  expect(addUp([counts(1, 0), counts(1, 0), counts(40, 0), counts(7, 2, 1)])).toEqual(counts(49, 2, 1));
});

test('no stage at all adds up to nothing', () => {
  expect(addUp([])).toEqual(counts(0, 0));
});

test('the line names skipped tests only when there are any', () => {
  expect(totalsLine(counts(49, 0))).toBe('49 passed, 0 failed');
  expect(totalsLine(counts(49, 2, 1))).toBe('49 passed, 2 failed, 1 skipped');
});

test('vitest: skipped and todo tests are skipped', () => {
  const report = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1, testResults: [] };
  expect(fromVitest(report)).toEqual(counts(5, 0, 3));
});

test('vitest: a file that could not be loaded is one failure, a file with a failed test is counted by its tests', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
  ];
  const report = { numPassedTests: 2, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0, testResults };
  expect(fromVitest(report)).toEqual(counts(2, 2));
});

test('playwright: a flaky test passed in the end', () => {
  expect(fromPlaywright({ stats: { expected: 6, flaky: 1, unexpected: 2, skipped: 3 } })).toEqual(counts(7, 2, 3));
});

test('a stage that ends badly without a failed test has crashed: one failure', () => {
  expect(stageTotals({ exitCode: 1, counted: counts(12, 0) })).toEqual(counts(12, 1));
  expect(stageTotals({ exitCode: 137, counted: null })).toEqual(counts(0, 1));
});

test('a stage that ends well without a report proves nothing: one failure', () => {
  expect(stageTotals({ exitCode: 0, counted: null })).toEqual(counts(0, 1));
});

test('a stage with failed tests is not counted as crashed on top', () => {
  expect(stageTotals({ exitCode: 1, counted: counts(12, 3) })).toEqual(counts(12, 3));
});
