import { Session } from 'node:inspector/promises';
import { setFlagsFromString } from 'node:v8';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hostileClauses, hostileText, subjectsThenNumbers } from '../narrative/testing/hostile-texts';
import { runChecks } from './index';
import { aSubject } from './testing/example-subject';

/**
 * Work is counted, not timed: how often V8 entered any function or block of the core. What the engine does inside one of its own calls (a
 * pattern that goes back and forth, a slice) is not in the count; `npm run bench -- hostile` measures that. Nothing is optimised or forgotten meanwhile: what a
 * test file before this one, in the same process, has compiled without counters is counted by its calls alone, and optimised calls are not counted.
 */
const session = new Session();
beforeAll(async () => {
  for (const flag of ['--no-opt', '--no-flush-bytecode']) setFlagsFromString(flag);
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
});
afterAll(async () => {
  await session.post('Profiler.stopPreciseCoverage');
  session.disconnect();
  for (const flag of ['--opt', '--flush-bytecode']) setFlagsFromString(flag);
});

async function stepsOf(text: string): Promise<number> {
  await session.post('Profiler.takePreciseCoverage');
  runChecks(aSubject({ texts: { '1': text, '5': text } }));
  const { result } = await session.post('Profiler.takePreciseCoverage');
  return result
    .filter(({ url }) => url.includes('/server/domain/'))
    .flatMap(({ functions }) => functions)
    .flatMap(({ ranges }) => ranges)
    .reduce((sum, { count }) => sum + count, 0);
}

const length = 1_000;
const times = 4;
/** Linear is 4, quadratic 16; the lists that are read to a certain length only grow a little faster before it. */
const most = 8;
/** How often at most, until the growth is small enough. */
const counted = 16;

it.each([
  ...Object.entries(hostileClauses).map(([name, clause]) => [name, (size: number) => hostileText(clause, size)] as const),
  ['subjects, then numbers', subjectsThenNumbers] as const,
])('%s: four times the text is four times the work', async (_, textOf) => {
  await stepsOf(textOf(length));
  // The engine may forget some counts when it tidies up, the more the busier the machine is: then it is counted again, and the small text has taken what was
  // counted most. What grows too fast does so each time.
  let [growth, small] = [Number.POSITIVE_INFINITY, 0];
  for (let turn = 0; turn < counted && growth >= most; turn += 1) {
    small = Math.max(small, await stepsOf(textOf(length)));
    growth = Math.min(growth, (await stepsOf(textOf(length * times))) / small);
  }
  expect(growth).toBeLessThan(most);
});
