/**
 * How many tests passed, failed and were left out.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Totals
 */

/** @type {Totals} */
export const nothing = { passed: 0, failed: 0, skipped: 0 };

/** How to read the JSON report of a test runner. A journey that passes only the second time is a failure. */
const readers = {
  vitest: (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }),
  playwright: ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }),
};

/**
 * What a stage counts for. Exit codes have the last word: a stage that ended badly without a failed test, or well without a
 * report, proves nothing and counts as one failure.
 *
 * @param {'vitest' | 'playwright'} runner
 * @param {object | null} report null when there is none that could be read
 * @param {number} exitCode
 * @returns {Totals}
 */
export function stageTotals(runner, report, exitCode) {
  if (!report) return { ...nothing, failed: 1 };
  const totals = readers[runner](report);
  return totals.failed === 0 && exitCode !== 0 ? { ...totals, failed: 1 } : totals;
}

/** @param {Totals[]} parts */
export function totalsLine(parts) {
  const sum = (name) => parts.reduce((total, part) => total + part[name], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''}`;
}
