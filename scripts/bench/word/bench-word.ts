import { startChild } from '../child';
import { atMost, type Bench, median, round } from '../measured';
import type { WordTimes } from './word-process';

const processes = 5;
const maxMs = 500;

/** The Word file of a complete report: the first one of a process, when nothing is compiled yet, and later ones. */
export const benchWord: Bench = async ({ say }) => {
  const times: WordTimes[] = [];
  for (let turn = 0; turn < processes; turn += 1) {
    const child = await startChild<WordTimes>(new URL('./word-process.ts', import.meta.url), { env: {} });
    await child.stop();
    say(`turn ${turn + 1}: cold ${Math.round(child.ready.coldMs)} ms, warm ${Math.round(median(child.ready.warmMs))} ms`);
    times.push(child.ready);
  }
  return [
    { what: 'first Word file of a process', value: round(median(times.map((time) => time.coldMs)), 0), unit: 'ms', goal: atMost(maxMs) },
    { what: 'later Word files', value: round(median(times.flatMap((time) => time.warmMs)), 0), unit: 'ms', goal: atMost(maxMs) },
    { what: 'slowest of all', value: round(Math.max(...times.flatMap((time) => [time.coldMs, ...time.warmMs])), 0), unit: 'ms' },
  ];
};
