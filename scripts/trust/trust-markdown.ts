import type { TrustPromise } from './promises';

/** What one run of the tests and long runs showed of a promise. */
export interface Shown {
  passed: number;
  failed: number;
  figures: string[];
}

/** In words: figures of long runs, and how many tests passed. */
export function saidOf({ passed, failed, figures }: Shown): string {
  return [...figures, ...(passed + failed > 0 ? [`${passed} of ${passed + failed} tests`] : [])].join('; ') || '–';
}

const short =
  'This was the short form, with fewer kills, cuts, guesses, plans and damaged backups than the goals name; `npm run test:trust -- long` does them all.';

/** docs/trust.md: each promise with its goal, what was shown last, and what is open. */
export function trustMarkdown(
  promises: readonly TrustPromise[],
  shown: ReadonlyMap<string, Shown>,
  run: { day: string; isLong: boolean },
): string {
  const row = ({ id, promise, goal, open }: TrustPromise) => {
    const of = shown.get(id) ?? { passed: 0, failed: 0, figures: [] };
    return `| ${id} | ${promise} | ${goal} | ${saidOf(of)} | ${of.failed > 0 ? 'not held' : open ? `open: ${open}` : 'holds'} |`;
  };
  return [
    '# What is promised, and what was shown',
    '',
    `Written by \`npm run test:trust\`, last on ${run.day}. A test carries the number of its promise in its name: \`git grep "T30"\` finds them.`,
    ...(run.isLong ? [] : ['', short]),
    '',
    '| | Promise | Goal | Last shown | |',
    '|---|---|---|---|---|',
    ...promises.map(row),
    '',
  ].join('\n');
}
