import { expect, it } from 'vitest';
import { engineOf, newerRun, type Shown, type ShownRun } from './shown';
import { standingOf, trustMarkdown } from './trust-markdown';

const aPromise = { id: 'T7', promise: 'It is found', goal: '200 of 200' };
const day = '2026-11-30';
const aRun = (part: Partial<ShownRun>): ShownRun => ({ figure: 'SQLite: 5 of 5', holds: true, day, isLong: false, ...part });
const tested = (passed: number, failed: number): Shown['tests'] => ({ passed, failed, files: ['a.test.ts'], engines: ['SQLite'], day });

it.each([
  ['held by its tests', aPromise, { tests: tested(2, 0), run: null }, { is: 'held' }],
  ['broken by one test', aPromise, { tests: tested(2, 1), run: null }, { is: 'broken' }],
  ['broken by its long run', aPromise, { tests: tested(2, 0), run: aRun({ holds: false }) }, { is: 'broken' }],
  ['open while nothing shows it', { ...aPromise, until: 'not built' }, { tests: null, run: null }, { is: 'open', why: 'not built' }],
  ['held as soon as something does', { ...aPromise, until: 'not built' }, { tests: tested(1, 0), run: null }, { is: 'held' }],
  ['open whatever is shown', { ...aPromise, open: 'half' }, { tests: tested(1, 0), run: null }, { is: 'open', why: 'half' }],
  [
    'open until its long run was',
    { ...aPromise, longRun: 'soak' as const },
    { tests: tested(1, 0), run: null },
    { is: 'open', why: 'shown by the long form' },
  ],
  ['shown by nothing', aPromise, { tests: null, run: null }, { is: 'open', why: 'shown by nothing' }],
])('a promise is %s', (_, promise, shown, standing) => {
  expect(standingOf(promise, shown)).toEqual(standing);
});

it('a short run leaves what the long one showed, unless it finds a fault', () => {
  const long = aRun({ isLong: true, figure: '100' });
  expect([newerRun(long, aRun({})), newerRun(long, null), newerRun(null, null)]).toEqual([long, long, null]);
  expect(newerRun(long, aRun({ holds: false }))).toMatchObject({ holds: false, isLong: false });
  expect(newerRun(aRun({}), long)).toEqual(long);
});

it('the engine stands in the title, or in the name of the file', () => {
  const engines = [
    ['T13: the store on postgres > saves', 'db/store/store.integration.test.ts'],
    ['T7: a dump', 'server/backup/postgres.integration.test.ts'],
    ['T5: holds', 'server/backup/backup.integration.test.ts'],
    ['T22: nobody', 'e2e/journeys/doors.spec.ts'],
    ['T40: reads', 'server/domain/figures/parse-figure.test.ts'],
  ].map(([title = '', file = '']) => engineOf({ title, file }));
  expect(engines).toEqual(['PostgreSQL', 'PostgreSQL', 'SQLite', 'SQLite', null]);
});

it('a row tells promise, goal, figure, place, engines and day', () => {
  const text = trustMarkdown([aPromise], new Map([['T7', { tests: tested(3, 0), run: aRun({ figure: 'PostgreSQL: 200 of 200' }) }]]), day);
  expect(text).toContain(
    '| T7 | It is found | 200 of 200 | PostgreSQL: 200 of 200; 3 of 3 tests | a.test.ts | SQLite, PostgreSQL | 2026-11-30 | holds |',
  );
});
