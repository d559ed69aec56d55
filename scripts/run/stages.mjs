import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { children } from './children.mjs';
import { npmCommand } from './npm-command.mjs';
import { reportFolder, root } from './paths.mjs';
import { fromPlaywright, fromVitest, nothing, stageTotals } from './totals.mjs';

/**
 * The stages of `npm test`, cheapest first. The first three are what `npm run check` does, called one by one to be counted.
 * To add one: a line with a title and what to run; `run` answers with its totals.
 *
 * @type {{ title: string, run: (env: NodeJS.ProcessEnv) => Promise<import('./totals.mjs').Totals> }[]}
 */
export const stages = [
  { title: 'types', run: (env) => asOneTest('typecheck', env) },
  { title: 'lint', run: (env) => asOneTest('lint', env) },
  { title: 'unit tests', run: (env) => withVitest('unit', env) },
  { title: 'integration tests', run: (env) => withVitest('integration', env) },
  { title: 'build', run: () => build().then(() => nothing) },
  { title: 'browser tests', run: (env) => withPlaywright('e2e', env) },
];

async function asOneTest(script, env) {
  const exitCode = await npmRun(script, [], env);
  return { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 };
}

async function withVitest(script, env) {
  const report = freshReport(script);
  const exitCode = await npmRun(script, ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`, '--allowOnly=false'], env);
  return stageTotals({ exitCode, counted: read(report, fromVitest) });
}

async function withPlaywright(script, env) {
  const report = freshReport(script);
  const exitCode = await npmRun(script, [], { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report });
  return stageTotals({ exitCode, counted: read(report, fromPlaywright) });
}

function npmRun(script, args, env) {
  const [command = 'npm', ...first] = npmCommand();
  return children.run(command, [...first, 'run', '-s', script, '--', ...args], { cwd: root, env });
}

function freshReport(script) {
  const report = join(reportFolder, `${script}.json`);
  rmSync(report, { force: true });
  return report;
}

function read(report, count) {
  try {
    return count(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    return null;
  }
}
