/**
 * Stands in for npm in a test checkout: it notes each call, "installs" the three things the runner uses, and answers for
 * the scripts of package.json. `NPM_HANGS_IN=ci` stays in that call for ever, `NPM_FAILS_IN=lint` makes it end badly.
 */
import { appendFileSync, cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';

const args = process.argv.slice(2);
const name = args[0] === 'ci' ? 'ci' : (args[2] ?? '');
appendFileSync('npm-calls', `${name} ${process.pid} ${process.env.NODE_ENV}\n`);

if (name === 'ci') {
  rmSync('node_modules', { recursive: true, force: true });
  mkdirSync('node_modules/next/dist/bin', { recursive: true });
}
if (process.env.NPM_HANGS_IN === name) {
  setInterval(() => {}, 1000);
} else if (process.env.NPM_FAILS_IN === name) {
  console.error(`${name} went wrong here`);
  process.exitCode = 1;
} else {
  succeed();
}

function succeed() {
  if (name === 'ci') {
    cpSync('scripts/run/testing/next-build.mjs', 'node_modules/next/dist/bin/next');
    symlinkSync(process.env.REAL_TSX ?? '', 'node_modules/tsx');
    writeFileSync('node_modules/.package-lock.json', '{}');
  }
  const vitestReport = args.find((arg) => arg.startsWith('--outputFile.json='))?.split('=')[1];
  if (vitestReport) {
    const report = { numPassedTests: 10, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0, testResults: [] };
    writeReport(vitestReport, report);
  }
  if (name === 'e2e') {
    writeReport(process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? '', { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 } });
  }
}

function writeReport(file, report) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(report));
  console.log(`wrote ${basename(file)}`);
}
