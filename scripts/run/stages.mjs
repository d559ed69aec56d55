import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from './build.mjs';
import { root, run } from './children.mjs';
import { nothing, stageTotals } from './counted.mjs';
import { npm } from './npm.mjs';

/**
 * The stages of `npm test`, cheapest first. The first three are what `npm run check` does, called one by one to be counted.
 * To add one: a line with a title and what to run; `run` answers with its totals.
 *
 * @type {{ title: string, run: (env: NodeJS.ProcessEnv) => Promise<import('./counted.mjs').Totals> }[]}
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
  const exitCode = await run(npm('run', '-s', script), { env });
  return { ...nothing, [exitCode === 0 ? 'passed' : 'failed']: 1 };
}

async function withVitest(script, env) {
  const report = freshReport(script);
  const flags = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`, '--allowOnly=false'];
  const exitCode = await run(npm('run', '-s', script, '--', ...flags), { env });
  return stageTotals('vitest', read(report), exitCode);
}

async function withPlaywright(script, env) {
  const report = freshReport(script);
  const exitCode = await run(npm('run', '-s', script), { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report } });
  return stageTotals('playwright', read(report), exitCode);
}

/** An old report must not be taken for that of a stage that crashed. */
function freshReport(script) {
  const report = join(root, '.nianbao/test', `${script}.json`);
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  return report;
}

function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return null;
  }
}
