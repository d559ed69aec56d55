import { Session } from 'node:inspector/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hostileClauses, hostileText, subjectsThenNumbers } from '../narrative/testing/hostile-texts';
import { runChecks } from './index';
import { aSubject } from './testing/example-subject';

/**
 * Work is counted, not timed: how often V8 entered any function or block of the core. What the engine does inside one of its own calls (a
 * pattern that goes back and forth, a slice) is not in the count; `npm run bench -- hostile` measures that.
 */
const session = new Session();
beforeAll(async () => {
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
});
afterAll(async () => {
  await session.post('Profiler.stopPreciseCoverage');
  session.disconnect();
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

it.each([
  ...Object.entries(hostileClauses).map(([name, clause]) => [name, (size: number) => hostileText(clause, size)] as const),
  ['subjects, then numbers', subjectsThenNumbers] as const,
])('%s: four times the text is four times the work', async (_, textOf) => {
  await stepsOf(textOf(length));
  // Twice each: the engine may forget some counts when it tidies up, which makes the small one smaller, or count what it does once.
  const [small, large] = [
    Math.max(await stepsOf(textOf(length)), await stepsOf(textOf(length))),
    Math.min(await stepsOf(textOf(length * times)), await stepsOf(textOf(length * times))),
  ];
  expect(small).toBeGreaterThan(0);
  // Linear is 4, quadratic 16; the lists that are read to a certain length only grow a little faster before it.
  expect(large / small).toBeLessThan(8);
});
