import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Journey, journeysOf } from './isolation';
import { longRuns } from './long-runs';
import { promises, promisesIn } from './promises';
import { engineOf, newerRun, type Shown } from './shown';
import { saidOf, standingOf, trustMarkdown } from './trust-markdown';

/**
 * `npm run test:trust [-- long] [T7 T30 …]`: the tests that carry the number of a promise, and the long runs beside them, all or those that are
 * named; with `long` as many kills, damages and saves as the goals say. `npm run test:trust -- soak [saves] [minutes]`: the soak alone, a
 * million saves, gone on with where it ended. Prints the figure of each promise and writes docs/trust.md. Exit 1 when one does not hold.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = `${root}.nianbao/trust`;
const kept = `${root}scripts/trust/last-shown.json`;
const args = process.argv.slice(2);
const isLong = args.includes('long');
const asked = args.filter((one) => /^T\d+$/.test(one));
const soak = soakAsked(args);
const chosen = promises.filter(({ id, longRun }) => (soak ? longRun === 'soak' : asked.length === 0 || asked.includes(id)));

if (!soak) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
/** What takes long in tests is done where it is asked for. */
const env = isLong ? { ...process.env, NIANBAO_TRUST: 'full', DAMAGED_BACKUPS: '200', NIANBAO_RACE_PLANS: '20' } : process.env;
const today = new Date().toISOString().slice(0, 10);
const shown = keptRows();

if (!soak) {
  const tests = [...testsOfVitest(), ...testsOfPlaywright()];
  for (const { id } of chosen) set(id, { tests: countedIn(tests.filter(({ title }) => promisesIn(title).includes(id))) });
}
for (const { id, longRun } of chosen) {
  if (!longRun) continue;
  const told = await longRuns[longRun]({ folder, isLong, soak });
  set(id, { run: newerRun(shownOf(id).run, told && { ...told, day: today, isLong: isLong || soak !== null }) });
}

const symbols = { held: '✓', open: '○', broken: '✕' };
for (const promise of chosen) {
  const standing = standingOf(promise, shownOf(promise.id));
  const why = standing.is === 'open' ? `; open: ${standing.why}` : '';
  process.stdout.write(`${symbols[standing.is]} ${promise.id.padEnd(4)} ${saidOf(shownOf(promise.id))} (goal: ${promise.goal})${why}\n`);
}
// Two parts may be at it at once, the soak and the rest: each writes the rows that were asked of it.
for (const [id, row] of keptRows()) if (!chosen.some((one) => one.id === id)) shown.set(id, row);
const rows = promises.map(({ id }) => [id, shownOf(id)] as const).filter(([, { tests, run }]) => tests || run);
writeFileSync(kept, `${JSON.stringify(Object.fromEntries(rows), null, 2)}\n`);
spawnSync('npx', ['biome', 'format', '--write', kept], { cwd: root, stdio: 'ignore' });
writeFileSync(`${root}docs/trust.md`, trustMarkdown(promises, shown, today));
const broken = chosen.filter((promise) => {
  const standing = standingOf(promise, shownOf(promise.id));
  return standing.is === 'broken' || (standing.is === 'open' && standing.why === 'shown by nothing');
});
if (broken.length > 0) {
  process.stderr.write(`not held, or shown by nothing: ${broken.map((one) => one.id).join(', ')}\n`);
  process.exitCode = 1;
}

function keptRows(): Map<string, Shown> {
  return new Map(Object.entries(existsSync(kept) ? (JSON.parse(readFileSync(kept, 'utf8')) as Record<string, Shown>) : {}));
}

function soakAsked([command, saves = '1000000', minutes = '10']: readonly string[]): { saves: number; minutes: number } | null {
  return command === 'soak' ? { saves: Number(saves), minutes: Number(minutes) } : null;
}

function shownOf(id: string): Shown {
  return shown.get(id) ?? { tests: null, run: null };
}

function set(id: string, part: Partial<Shown>): void {
  shown.set(id, { ...shownOf(id), ...part });
}

function countedIn(tests: readonly Journey[]): Shown['tests'] {
  if (tests.length === 0) return null;
  const engines = tests.map(engineOf).filter((one) => one !== null);
  return {
    passed: tests.filter(({ hasPassed }) => hasPassed).length,
    failed: tests.filter(({ hasPassed }) => !hasPassed).length,
    files: [...new Set(tests.map(({ file }) => file))].sort(),
    engines: [...new Set(engines)].sort(),
    day: today,
  };
}

/** As it stands in titles: one of the numbers that were asked for, alone or among others. */
function numbers(): string {
  const wanted = asked.length > 0 ? `(${asked.join('|')})` : 'T\\d{1,2}';
  return `(^|\\s)(T\\d{1,2}, )*${wanted}(, T\\d{1,2})*:`;
}

function testsOfVitest(): Journey[] {
  const file = `${folder}/vitest.json`;
  spawnSync('npx', ['vitest', 'run', '-t', numbers(), '--reporter=json', `--outputFile=${file}`], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const report = JSON.parse(readFileSync(file, 'utf8')) as {
    testResults: { name: string; assertionResults: { fullName: string; status: string }[] }[];
  };
  return report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'passed' || status === 'failed')
      .map(({ fullName, status }) => ({ title: fullName, file: relative(root, name), hasPassed: status === 'passed' })),
  );
}

function testsOfPlaywright(): Journey[] {
  const found = spawnSync(
    'git',
    ['grep', '-lE', `test\\('(T[0-9]+, )*${asked.length > 0 ? `(${asked.join('|')})` : 'T[0-9]+'}[:,]`, '--', 'e2e'],
    {
      cwd: root,
    },
  );
  if (found.status !== 0) return [];
  const built = spawnSync('npx', ['next', 'build'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (built.status !== 0) throw new Error('the app does not build');
  spawnSync('npx', ['playwright', 'test', '-g', numbers()], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  return journeysOf(root);
}
