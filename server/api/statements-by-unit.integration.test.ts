import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countStatements } from '@/db/testing/count-statements';
import { freshPostgresStore } from '@/db/testing/fresh-postgres';
import { type FreshStore, freshSqliteStore } from '@/db/testing/fresh-store';
import { nowhere } from '@/server/auth/guesses';
import { vaultOf } from '@/server/auth/vault';
import { choiceAims } from '../domain/units';
import { contextOf } from '../rehearsal/players';
import { aFact, aLargeOffice, type LargeOffice, theYear } from '../testing/a-large-office';
import { noBackups } from '../testing/no-backups';
import { appRouter, createCaller } from './root';

type Who = 'office' | 'everyClerk';
type Call = readonly [who: Who, input?: unknown];

const year = theYear;
const root = { unitId: 'root', year, scope: 'consolidated' as const };
const filing = { filingId: `unit-3-${year}-2` };
const office: Call = ['office'];

/** How each query is asked so that it looks at all the units that somebody can have. A query without a line fails the test. */
const calls: Record<string, readonly Call[]> = {
  'person.me': [['office'], ['everyClerk']],
  'person.door': [office],
  'person.confirmsBy': [office],
  'person.download': [['office', { number: '0'.repeat(32) }]],
  'account.page': [office],
  'account.failedTries': [office],
  'office.passwordProfile': [office],
  'office.secondFactorPolicy': [office],
  'account.newSecondFactor': [office],
  'duty.page': [office],
  'filing.tasks': [['everyClerk']],
  'filing.toSign': [['everyClerk']],
  'filing.form': [['office', filing]],
  'filing.conversation': [['office', filing]],
  'filing.obstacles': [['office', filing]],
  'filing.cellHistory': [['office', { ...filing, cell: 's3.granted.natural_person' }]],
  'filing.yearSoFar': [['office', filing]],
  'deadline.ofFiling': [['office', filing]],
  'deadline.extensions': [['office', { year }]],
  'deadline.lock': [office],
  'workbook.preview': [['office', { ...filing, file: { name: 'q3.xlsx', base64: Buffer.from('no workbook').toString('base64') } }]],
  'review.queue': [office, ['office', { page: 2, search: '局' }]],
  'review.clean': [['office', {}]],
  'review.bulk': [['office', { filingIds: [filing.filingId, `unit-1-${year}-2`] }]],
  'review.place': [['office', filing]],
  'review.findings': [['office', { year }]],
  'review.submission': [['office', filing]],
  'review.exception': [['office', { ...filing, exceptionId: `${filing.filingId}-exception` }]],
  'review.unlockImpact': [['office', { filingId: `unit-3-${year}-1`, submissionNumber: 1 }]],
  'presence.here': [['office', { ...filing, room: 'review' }]],
  'presence.reading': [office],
  'office.board': [['office', { year }]],
  'office.overview': [
    ['office', { year }],
    ['office', { year: year - 1 }],
  ],
  'office.findUnits': [
    ['office', { query: '' }],
    ['office', { query: '示例 局' }],
  ],
  'office.units': [office, ['office', { page: 2, search: '局' }]],
  'office.unitChoices': choiceAims.map((aim): Call => ['office', { aim, search: '局' }]),
  'office.closing': [['office', { unitIds: ['unit-2', 'unit-3'], closesOn: '2027-12-31', into: null }]],
  'office.people': [office, ['office', { page: 2 }], ['office', { search: '局 填报员' }]],
  'office.heirs': [office],
  'office.signingSteps': [office],
  'office.years': [office],
  'office.rollOver': [
    ['office', { from: year - 1 }],
    ['office', { from: year }],
  ],
  'office.rolledOver': [['office', { year }]],
  'office.indicatorUnits': [office],
  'office.indicators': [['office', { year }]],
  'office.wording': [office],
  'office.unitsWithoutOpenings': [['office', { year, quarter: 2 }]],
  'office.backups': [office],
  'office.openingUnits': [['office', {}]],
  'office.openings': [['office', { unitId: 'unit-3', year }]],
  'office.openingSums': [
    ['office', { year }],
    ['office', { year: year - 1 }],
  ],
  'report.years': [office],
  'report.list': [
    ['office', { year }],
    ['office', { year: year - 1 }],
    ['office', { year, page: 2, search: '局' }],
  ],
  'report.page': [['office', root]],
  'report.missingUnits': [['office', root]],
  'report.units': [['office', root]],
  'report.trace': [
    ['office', { ...root, cell: 's3.granted.total' }],
    ['office', { ...root, cell: 's3.carried_in.natural_person' }],
  ],
  'report.traceUnits': [['office', { ...root, cell: 's3.granted.natural_person' }]],
  'report.digest': [['office', { ...root, edition: null }]],
  'report.compare': [['office', { ...root, unitId: 'unit-3', scope: 'own_organ', year: year - 1, from: 1, to: null }]],
  'report.adoption': [office, ['office', { unitId: 'unit-3' }], ['office', { organ: '示例unit-4局', scope: 'own_organ' }]],
  'report.textVersions': [['office', { ...root, key: 'preamble' }]],
  'report.factImpact': [['office', { ...root, id: 'fact-1', seen: aFact, fact: { ...aFact, value: '3' } }]],
  'report.adjustmentImpact': [['office', { ...root, cell: 's3.granted.natural_person', raw: '+1' }]],
  'report.countersignImpact': [['office', { ...root, adjustmentId: 'line-1' }]],
  'report.withdrawAdjustmentImpact': [['office', { ...root, adjustmentId: 'line-2' }]],
  'report.own': [
    ['office', { year }],
    ['office', { year, page: 2, search: '局' }],
  ],
  'report.standing': [['office', root]],
  'report.packing': [['office', { id: '0'.repeat(32) }]],
  'report.editionSheet': [['office', { unitId: 'unit-3', year: year - 1, scope: 'own_organ', edition: 1 }]],
  'report.toSign': [['office'], ['everyClerk']],
  'report.waiting': [['office'], ['everyClerk']],
  'report.signPage': [['office', root]],
  'trends.choice': [['office', {}]],
  'trends.years': [['office', { unitId: 'root', scope: 'consolidated' }]],
  'trends.units': [['office', { unitId: 'root', year, measure: 'received' }]],
  'attachment.of': [['office', { about: 'contribution', aboutId: 'contribution-3' }]],
  'contribution.tasks': [['everyClerk']],
  'contribution.ofUnit': [['office', { unitId: 'unit-3', year }]],
  'contribution.ofReport': [['office', root]],
  'contribution.linesOfReport': [['office', { ...root, of: 'waiting', page: 1 }]],
  'slip.list': [['office'], ['everyClerk'], ['office', { page: 2, search: '局' }]],
  'slip.waiting': [office],
  'slip.years': [['everyClerk']],
  'slip.desk': [['office', { unitId: 'unit-3', year }]],
  'slip.page': [['office', { slipId: 'slip-2' }]],
  'slip.impact': [['office', { slipId: 'slip-2', version: 1 }]],
  'rules.list': [office],
  'rules.office': [office],
  'rules.notes': [office, ['office', { page: 2, search: '局' }]],
  'phrases.list': [office],
  'notice.unread': [office],
  'notice.inbox': [office],
  'notice.messages': [office],
  'chase.list': [['office', { year, quarter: 1 }]],
  'chase.onBoard': [['office', { filingIds: [] }]],
  'announcement.own': [['office'], ['everyClerk']],
  'announcement.list': [office],
  'audit.events': [
    ['office', {}],
    ['office', { asked: { kindPrefix: 'year.' } }],
  ],
  'audit.ofFiling': [['office', filing]],
};

/** What the slips of these offices ask for contradicts their quarters, and a file that is no workbook says nothing: refused, and counted up to there. */
const refusedHere: ReadonlySet<string> = new Set(['slip.impact', 'workbook.preview']);

/** So many more statements for ten times as many units are no growth: a page more, a list that is read through instead of named. */
const tolerated = 4;

/** Two offices, one ten times the other. Pages call the same procedures, so what holds for these holds for them. */
describe.each([
  ['sqlite', freshSqliteStore],
  ['postgres', freshPostgresStore],
] as const)('%s', (_engine, fresh) => {
  const offices: { fresh: FreshStore; scene: LargeOffice }[] = [];
  beforeAll(async () => {
    for (const units of [10, 100]) {
      const store = await fresh();
      offices.push({ fresh: store, scene: await aLargeOffice(store.store, units) });
    }
  }, 180_000);
  afterAll(async () => {
    for (const one of offices) await one.fresh.remove();
  });

  it('every query is asked', () => {
    const queries = Object.entries(appRouter._def.procedures).flatMap(([path, procedure]) =>
      (procedure as unknown as { _def: { type: string } })._def.type === 'query' ? [path] : [],
    );
    expect(Object.keys(calls).sort()).toEqual(queries.sort());
  });

  it.each(Object.keys(calls))('%s sends no more statements for a hundred units than for ten', async (path) => {
    for (const [who, input] of calls[path] ?? []) {
      const [few = 0, many = 0] = [await statementsOf(offices[0], path, who, input), await statementsOf(offices[1], path, who, input)];
      expect({ who, input, few, many, isGrowing: many > few + tolerated }).toEqual({ who, input, few, many, isGrowing: false });
    }
  });
});

/** What an answer may weigh more for twice as many units: numbers with a digit more, and what is there once in a few units. */
const toleratedBytes = 2_000;

/** Answers whose length hangs on something else than the page: why they may grow. */
const growing: Readonly<Record<string, string>> = {
  'review.queue': 'a search finds as many as there are, up to a page',
  'office.heirs': 'whoever may take over is asked for when somebody leaves work behind',
  'office.indicatorUnits': 'whom an indicator may name is asked for when it is written',
  'chase.list': 'whoever has not sent a quarter is chosen among all of them; the page draws the first hundred',
  'office.rollOver': 'a paragraph of every unit as a short key, which the act names',
  'report.page': 'every opening that was restated stands below its table',
  'report.missingUnits': 'asked for by whoever wants all names',
  'report.units': 'asked for when somebody is to answer for a number',
  'report.traceUnits': 'asked for by whoever follows a total to every unit',
  'report.toSign': 'pages show the first of them',
};

/** Pages are full in both offices, so nothing that is shown a page at a time weighs more in the larger one. */
describe('the length of an answer', () => {
  const offices: { fresh: FreshStore; scene: LargeOffice }[] = [];
  beforeAll(async () => {
    for (const units of [110, 220]) {
      const store = await freshSqliteStore();
      offices.push({ fresh: store, scene: await aLargeOffice(store.store, units, { rare: 3, goingRound: units / 2 }) });
    }
  }, 180_000);
  afterAll(async () => {
    for (const one of offices) await one.fresh.remove();
  });

  it.each(Object.keys(calls).filter((path) => !growing[path]))('%s does not grow with the units', async (path) => {
    for (const [who, input] of calls[path] ?? []) {
      if (who === 'everyClerk') continue;
      const [few = 0, many = 0] = [await bytesOf(offices[0], path, who, input), await bytesOf(offices[1], path, who, input)];
      expect({ who, input, few, many, isGrowing: many > few + toleratedBytes }).toEqual({ who, input, few, many, isGrowing: false });
    }
  });
});

async function statementsOf(of: { fresh: FreshStore; scene: LargeOffice } | undefined, path: string, who: Who, input: unknown) {
  const outcome = { code: 'ok' };
  const sent = await countStatements(() =>
    askedOf(of, path, who, input).catch((error: { code?: string }) => {
      outcome.code = error.code ?? 'broken';
    }),
  );
  // A look at nothing sends nothing, and would prove nothing.
  expect([path, outcome.code]).toEqual([path, refusedHere.has(path) ? expect.stringMatching(/^[A-Z_]+$/) : 'ok']);
  return sent;
}

/** As plain JSON: packed or not, it is as long as what it says. */
async function bytesOf(of: { fresh: FreshStore; scene: LargeOffice } | undefined, path: string, who: Who, input: unknown) {
  const answer = await askedOf(of, path, who, input).catch((error: { code?: string }) => ({ code: error.code }));
  return Buffer.byteLength(JSON.stringify(answer) ?? '');
}

async function askedOf(
  of: { fresh: FreshStore; scene: LargeOffice } | undefined,
  path: string,
  who: Who,
  input: unknown,
): Promise<unknown> {
  if (!of) throw new Error('both offices are there');
  const { store } = of.fresh;
  const actor = of.scene[who];
  const command = { ...contextOf(store, actor, () => new Date('2026-07-02T02:00:00.000Z')), vault: vaultOf('a key') };
  const caller = createCaller({
    ...{ store, actor, command, isDemonstration: false, backups: noBackups, page: null, from: nowhere, door: { isOneClick: false } },
  });
  const [room = '', name = ''] = path.split('.');
  const ask = (caller as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>)[room]?.[name];
  if (!ask) throw new Error(`no procedure ${path}`);
  return ask(input);
}
