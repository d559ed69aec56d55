import type { TrustPromise } from './promises';

/** What one run of the tests and long runs showed of a promise. */
export interface Shown {
  passed: number;
  failed: number;
  figures: string[];
}

/** docs/trust.md: each promise with its goal, what was shown last, and what is open. */
export function trustMarkdown(promises: readonly TrustPromise[], shown: ReadonlyMap<string, Shown>, day: string): string {
  const row = ({ id, promise, goal, open }: TrustPromise) => {
    const { passed, failed, figures } = shown.get(id) ?? { passed: 0, failed: 0, figures: [] };
    const last = [...figures, ...(passed + failed > 0 ? [`${passed} of ${passed + failed} tests`] : [])].join('; ') || '–';
    return `| ${id} | ${promise} | ${goal} | ${last} | ${failed > 0 ? 'not held' : open ? `open: ${open}` : 'holds'} |`;
  };
  return [
    '# What is promised, and what was shown',
    '',
    `Written by \`npm run test:trust\`, last on ${day}. A test carries the number of its promise in its name: \`git grep "T30"\` finds them.`,
    '',
    '| | Promise | Goal | Last shown | |',
    '|---|---|---|---|---|',
    ...promises.map(row),
    '',
  ].join('\n');
}
