import { expect, test } from 'vitest';
import { stageTotals, totalsLine } from './counted.mjs';

const counts = (passed: number, failed: number, skipped = 0) => ({ passed, failed, skipped });
const vitest = (passed: number, failed: number) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 2,
  numTodoTests: 1,
});

test('1 type check + 40 unit + 7 browser tests = 48 passed; skipped tests are named only when there are any', () => {
  expect(totalsLine([counts(1, 0), counts(40, 0), counts(7, 0)])).toBe('48 passed, 0 failed');
  expect(totalsLine([counts(40, 0, 1), counts(7, 2)])).toBe('47 passed, 2 failed, 1 skipped');
  expect(totalsLine([])).toBe('0 passed, 0 failed');
});

test('vitest: skipped and todo tests are skipped', () => {
  expect(stageTotals('vitest', vitest(5, 0), 0)).toEqual(counts(5, 0, 3));
});

test('playwright: a journey that passes only the second time is a failure', () => {
  const report = { stats: { expected: 6, flaky: 1, unexpected: 2, skipped: 3 } };
  expect(stageTotals('playwright', report, 1)).toEqual(counts(6, 3, 3));
});

test('a stage that ends badly without a failed test, as when a file cannot be loaded, is one failure', () => {
  expect(stageTotals('vitest', vitest(12, 0), 1)).toEqual(counts(12, 1, 3));
  expect(stageTotals('vitest', vitest(12, 3), 1)).toEqual(counts(12, 3, 3));
});

test('a stage that ends without a report proves nothing: one failure', () => {
  expect(stageTotals('playwright', null, 0)).toEqual(counts(0, 1));
});
