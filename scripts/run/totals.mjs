/**
 * How many tests passed, failed and were left out.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Totals
 */

/** @type {Totals} */
export const nothing = { passed: 0, failed: 0, skipped: 0 };

/** @param {Totals[]} parts */
export function addUp(parts) {
  return parts.reduce(
    (sum, part) => ({ passed: sum.passed + part.passed, failed: sum.failed + part.failed, skipped: sum.skipped + part.skipped }),
    nothing,
  );
}

/** @param {Totals} totals */
export function totalsLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * From vitest's JSON report. A test file that could not be loaded has no tests in it and counts as one failure.
 *
 * @returns {Totals}
 */
export function fromVitest(report) {
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * From Playwright's JSON report. A flaky test passed in the end.
 *
 * @returns {Totals}
 */
export function fromPlaywright({ stats }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

/**
 * What a stage counts for. Exit codes have the last word: a stage that ended badly without a failed test, or well without a
 * report, has crashed and counts as one failure.
 *
 * @param {{ exitCode: number, counted: Totals | null }} outcome counted: null when there is no readable report
 * @returns {Totals}
 */
export function stageTotals({ exitCode, counted }) {
  const totals = counted ?? nothing;
  const hasCrashed = totals.failed === 0 && (exitCode !== 0 || counted === null);
  return hasCrashed ? { ...totals, failed: 1 } : totals;
}
