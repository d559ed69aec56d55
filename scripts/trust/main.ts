import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type LongRun, longRuns } from './long-runs';
import { promises, promisesIn } from './promises';
import { type Shown, saidOf, trustMarkdown } from './trust-markdown';

/**
 * `npm run test:trust [-- long]`: every test that carries the number of a promise, and the long runs beside them (a hundred kills instead
 * of five with `long`). Prints the figure of each promise and writes docs/trust.md. Exit 1 when one does not hold.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = `${root}.nianbao/trust`;
const isLong = process.argv.includes('long');

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
/** What takes long in tests is done where it is asked for. */
const env = isLong ? { ...process.env, NIANBAO_TRUST: 'full', DAMAGED_BACKUPS: '200', NIANBAO_RACE_PLANS: '20' } : process.env;
const number = '(^|\\s)T\\d{1,2}(, T\\d{1,2})*:';

const shown = new Map<string, Shown>(promises.map(({ id }) => [id, { passed: 0, failed: 0, figures: [] }]));
count(testsOfVitest());
count(testsOfPlaywright());
for (const { id, longRun } of promises) if (longRun) await show(id, longRuns[longRun]);

const today = new Date().toISOString().slice(0, 10);
for (const { id, goal, open } of promises) {
  const of = shown.get(id) ?? { passed: 0, failed: 0, figures: [] };
  process.stdout.write(
    `${of.failed > 0 ? '✕' : open ? '○' : '✓'} ${id.padEnd(4)} ${saidOf(of)} (goal: ${goal})${open ? `; open: ${open}` : ''}\n`,
  );
}
writeFileSync(`${root}docs/trust.md`, trustMarkdown(promises, shown, { day: today, isLong }));
const broken = promises.filter(({ id, open }) => (shown.get(id)?.failed ?? 0) > 0 || (!open && isUnshown(id)));
if (broken.length > 0) {
  process.stderr.write(`not held, or shown by nothing: ${broken.map((one) => one.id).join(', ')}\n`);
  process.exitCode = 1;
}

function isUnshown(id: string): boolean {
  const of = shown.get(id);
  return !of || (of.passed === 0 && of.figures.length === 0);
}

async function show(id: string, run: LongRun): Promise<void> {
  const of = shown.get(id);
  const { figure, holds } = await run({ folder, isLong });
  of?.figures.push(figure);
  if (of && !holds) of.failed += 1;
}

function count(tests: readonly { title: string; hasPassed: boolean }[]): void {
  for (const { title, hasPassed } of tests)
    for (const id of promisesIn(title)) {
      const of = shown.get(id);
      if (of) of[hasPassed ? 'passed' : 'failed'] += 1;
    }
}

function testsOfVitest(): { title: string; hasPassed: boolean }[] {
  const file = `${folder}/vitest.json`;
  spawnSync('npx', ['vitest', 'run', '-t', number, '--reporter=json', `--outputFile=${file}`], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const report = JSON.parse(readFileSync(file, 'utf8')) as { testResults: { assertionResults: { fullName: string; status: string }[] }[] };
  return report.testResults
    .flatMap((one) => one.assertionResults)
    .filter((one) => one.status === 'passed' || one.status === 'failed')
    .map((one) => ({ title: one.fullName, hasPassed: one.status === 'passed' }));
}

interface Suite {
  suites?: Suite[];
  specs?: { title: string; ok: boolean }[];
}

function testsOfPlaywright(): { title: string; hasPassed: boolean }[] {
  const file = `${root}.nianbao/test/e2e.json`;
  const built = spawnSync('npx', ['next', 'build'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (built.status !== 0) throw new Error('the app does not build');
  spawnSync('npx', ['playwright', 'test', '-g', number], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  const specsOf = (suite: Suite): { title: string; ok: boolean }[] => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
  return specsOf(JSON.parse(readFileSync(file, 'utf8')) as Suite).map(({ title, ok }) => ({ title, hasPassed: ok }));
}
