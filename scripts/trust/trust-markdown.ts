import type { TrustPromise } from './promises';
import type { Shown } from './shown';

/** In words: the figure of the long run, and how many tests passed. */
export function saidOf({ tests, run }: Shown): string {
  const counted = tests ? [`${tests.passed} of ${tests.passed + tests.failed} tests`] : [];
  return [...(run ? [run.figure] : []), ...counted].join('; ') || '–';
}

export type Standing = { is: 'held' } | { is: 'broken' } | { is: 'open'; why: string };

/** Whether a promise stands: broken as soon as anything failed, open with its reason, or held. */
export function standingOf({ open, until, longRun }: TrustPromise, { tests, run }: Shown): Standing {
  if ((tests?.failed ?? 0) > 0 || run?.holds === false) return { is: 'broken' };
  if (open) return { is: 'open', why: open };
  const isShown = (tests?.passed ?? 0) > 0 || run !== null;
  if (isShown && !(longRun && !run)) return { is: 'held' };
  return { is: 'open', why: until ?? (longRun ? 'shown by the long form' : 'shown by nothing') };
}

const head = ['| | Promise | Goal | Last shown | Where | Engines | On | |', '|---|---|---|---|---|---|---|---|'];
const mostFiles = 3;

/** docs/trust.md: each promise with its goal, what was shown last, where and when, and what is open. */
export function trustMarkdown(promises: readonly TrustPromise[], shown: ReadonlyMap<string, Shown>, day: string): string {
  const row = (promise: TrustPromise) => {
    const of = shown.get(promise.id) ?? { tests: null, run: null };
    const standing = standingOf(promise, of);
    const state = standing.is === 'held' ? 'holds' : standing.is === 'broken' ? '**not held**' : `open: ${standing.why}`;
    const days = [...new Set([of.run?.day, of.tests?.day].filter((one) => one !== undefined))].sort();
    return `| ${[promise.id, promise.promise, promise.goal, saidOf(of), filesOf(of), enginesOf(of), days.join(', ') || '–', state].join(' | ')} |`;
  };
  const standings = promises.map((promise) => standingOf(promise, shown.get(promise.id) ?? { tests: null, run: null }).is);
  const count = (is: string) => standings.filter((one) => one === is).length;
  return [
    '# What is promised, and what was shown',
    '',
    `Written by \`npm run test:trust\`, last on ${day}: ${count('held')} hold, ${count('open')} are open, ${count('broken')} are not held. A test carries the number of its promise in its name: \`git grep "T30"\` finds them all.`,
    'The figures of the long form (`npm run test:trust -- long`) and of the soak (`npm run test:trust -- soak`) stay until the next one; a short run counts the tests anew.',
    '',
    ...head,
    ...promises.map(row),
    '',
  ].join('\n');
}

function filesOf({ tests }: Shown): string {
  if (!tests || tests.files.length === 0) return '–';
  const rest = tests.files.length - mostFiles;
  return `${tests.files.slice(0, mostFiles).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function enginesOf({ tests, run }: Shown): string {
  const named = [...(tests?.engines ?? []), ...(run?.figure.match(/SQLite|PostgreSQL/g) ?? [])];
  return [...new Set(named)].sort().reverse().join(', ') || '–';
}
