import { runChecks } from '@/server/domain/checks';
import { aSubject } from '@/server/domain/checks/example-subject';
import { hostileClauses, hostileText, subjectsThenNumbers } from '@/server/domain/narrative/testing/hostile-texts';
import { atMost, type Bench, type Measured, round } from './measured';

const length = 25_000;

/** Chapters that nobody writes, at one length and at twice: processor time, in which the engine's own calls and patterns count too. */
export const benchHostile: Bench = async ({ say }) => {
  const texts = {
    ...Object.fromEntries(Object.entries(hostileClauses).map(([name, clause]) => [name, (size: number) => hostileText(clause, size)])),
    subjectsThenNumbers,
  };
  for (const textOf of Object.values(texts)) processorMs(textOf(2_000));
  const measured = Object.entries(texts).map(([name, textOf]) => {
    const one = Math.min(processorMs(textOf(length)), processorMs(textOf(length)));
    const two = Math.min(processorMs(textOf(2 * length)), processorMs(textOf(2 * length)));
    say(`${name}: ${one} ms, ${two} ms`);
    return { name, two, growth: two / Math.max(one, shortestMs) };
  });
  const slowest = measured.toSorted((a, b) => b.two - a.two)[0];
  const steepest = measured.toSorted((a, b) => b.growth - a.growth)[0];
  return [
    { what: 'kinds of hostile chapters', value: measured.length, unit: 'count' },
    {
      what: `check of the slowest (${slowest?.name}), ${2 * length} characters`,
      value: round(slowest?.two ?? 0, 0),
      unit: 'ms',
      goal: atMost(2_000),
    },
    {
      what: `twice the length of the steepest (${steepest?.name})`,
      value: round(steepest?.growth ?? 0, 1),
      unit: 'times',
      goal: atMost(3.5),
    },
  ] satisfies Measured[];
};

/** Below it a clock tells little of growth. */
const shortestMs = 20;

function processorMs(text: string): number {
  const before = process.cpuUsage();
  runChecks(aSubject({ texts: { '1': text } }));
  return Math.round(process.cpuUsage(before).user / 1000);
}
