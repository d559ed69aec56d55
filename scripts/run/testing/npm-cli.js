/**
 * Stands in for npm in a test checkout: it notes each call, "installs" the three things the runner uses, and answers for
 * the scripts of package.json. `NPM_HANGS_IN=ci` stays in that call for ever, `NPM_FAILS_IN=lint` makes it end badly.
 */
import { appendFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';

const args = process.argv.slice(2);
const name = args[0] === 'ci' ? 'ci' : (args[2] ?? '');
appendFileSync('npm-calls', `${name} ${process.env.NODE_ENV}\n`);

if (name === 'ci') {
  rmSync('node_modules', { recursive: true, force: true });
  mkdirSync('node_modules/next/dist/bin', { recursive: true });
}
if (process.env.NPM_HANGS_IN === name) setInterval(() => {}, 1000);
else if (process.env.NPM_FAILS_IN === name) {
  console.error(`${name} went wrong here`);
  process.exitCode = 1;
} else succeed();

function succeed() {
  if (name === 'ci') {
    const build = `import { appendFileSync, mkdirSync } from 'node:fs'; appendFileSync('next-calls', 'build\\n'); mkdirSync('.next', { recursive: true });`;
    writeFileSync('node_modules/next/package.json', '{ "type": "module", "version": "16.4.5" }');
    writeFileSync('node_modules/next/dist/bin/next', build);
    for (const real of ['tsx', 'esbuild']) symlinkSync(`${process.env.REAL_MODULES}/${real}`, `node_modules/${real}`);
  }
  const vitestReport = args.find((arg) => arg.startsWith('--outputFile.json='))?.split('=')[1];
  if (vitestReport) {
    writeFileSync(vitestReport, JSON.stringify({ numPassedTests: 10, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0 }));
  }
  if (name === 'e2e') {
    const stats = { expected: 3, unexpected: 0, flaky: 0, skipped: 0 };
    writeFileSync(process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? '', JSON.stringify({ stats }));
  }
}
