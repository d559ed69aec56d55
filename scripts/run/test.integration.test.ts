import { afterEach, expect, test } from 'vitest';
import { aCheckout } from './testing/checkout';

let checkout: ReturnType<typeof aCheckout>;

afterEach(() => checkout.remove());

const npmTest = async (env: Record<string, string> = {}) => {
  const { code, output } = await checkout.run('node scripts/run.mjs test', env).ended;
  return { code, output, lastLine: output.trimEnd().split('\n').at(-1) };
};

test('2 for types and lint + 10 unit + 10 integration + 3 browser tests = 25 passed', async () => {
  checkout = aCheckout();
  expect(await npmTest()).toMatchObject({ code: 0, lastLine: '25 passed, 0 failed, 2 skipped' });
  expect(checkout.npmCalls()).toEqual(['ci', 'typecheck', 'lint', 'unit', 'integration', 'e2e']);
  expect(checkout.builds()).toBe(1);
});

test('how long each stage took stands before the last line', async () => {
  checkout = aCheckout();
  const { output } = await npmTest();
  const lines = output.trimEnd().split('\n').slice(-7, -1);
  expect(lines.map((line) => line.replace(/ +\d+ s$/, ' … s'))).toEqual(
    ['types', 'lint', 'unit tests', 'integration tests', 'build', 'browser tests'].map((title) => `nianbao: ${title} … s`),
  );
});

test('a failing stage is counted, the stages after it are not run, the totals are still the last line', async () => {
  checkout = aCheckout();
  expect(await npmTest({ NPM_FAILS_IN: 'lint' })).toMatchObject({ code: 1, lastLine: '1 passed, 1 failed' });
  expect(checkout.npmCalls()).toEqual(['ci', 'typecheck', 'lint']);
});

test('a stage that crashes without a report counts as one failure, and an old report is not read', async () => {
  checkout = aCheckout();
  await npmTest();
  expect(await npmTest({ NPM_FAILS_IN: 'e2e' })).toMatchObject({ code: 1, lastLine: '22 passed, 1 failed, 2 skipped' });
});

test('an installation that fails ends with totals too', async () => {
  checkout = aCheckout();
  expect(await npmTest({ NPM_FAILS_IN: 'ci' })).toMatchObject({ code: 1, lastLine: '0 passed, 1 failed' });
});

test('a test run that is stopped ends with totals too', async () => {
  checkout = aCheckout();
  const run = checkout.run('exec node scripts/run.mjs test', { NPM_HANGS_IN: 'unit' });
  await run.said('unit tests …');
  run.kill('SIGTERM');
  const { code, output } = await run.ended;
  expect(code).toBe(128 + 15);
  expect(output.trimEnd().split('\n').at(-1)).toBe('2 passed, 1 failed');
});

test('without a browser and a font that could be installed, both are named, before any test is run', async () => {
  checkout = aCheckout({ without: ['chromium', 'fc-list'] });
  const { code, output, lastLine } = await npmTest();
  expect(output).toContain('The browser tests need Chromium and a Chinese font, and it could not be installed from here.');
  expect({ code, lastLine }).toEqual({ code: 2, lastLine: '0 passed, 1 failed' });
  expect(checkout.npmCalls()).toEqual(['ci']);
});

test('without a PostgreSQL that could be installed, it is named, before any test is run', async () => {
  checkout = aCheckout({ without: ['initdb'] });
  const { code, output, lastLine } = await npmTest();
  expect(output).toContain('The integration tests need the programs of a PostgreSQL server');
  expect(output).toContain('apt-get install -y --no-install-recommends postgresql');
  expect({ code, lastLine }).toEqual({ code: 2, lastLine: '0 passed, 1 failed' });
  expect(checkout.npmCalls()).toEqual(['ci']);
});

test('tests run on their own settings, not on those of the office', async () => {
  checkout = aCheckout();
  await npmTest({ NODE_ENV: 'production' });
  expect(checkout.read('npm-calls')).toContain('unit test\n');
});
