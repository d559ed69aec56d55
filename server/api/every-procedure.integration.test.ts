import { TRPCError } from '@trpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshStore, freshSqliteStore } from '@/db/testing/fresh-store';
import { nowhere } from '@/server/auth/guesses';
import { type Action, can } from '@/server/domain/permissions';
import { type FilingStatus, filingStatuses } from '@/server/domain/workflow';
import { Refused } from '@/server/errors';
import type { Actor } from '@/server/views/access';
import { type EveryStatus, everyStatus, type Stand } from '../testing/every-status';
import { noBackups } from '../testing/no-backups';
import { procedureTable } from '../testing/procedure-table';
import { rolledBack } from '../testing/rolled-back';
import { appRouter, createCaller } from './root';
import { openedByNobody, type SendingPage } from './same-person';

const procedures = Object.entries(appRouter._def.procedures).map(([path, procedure]) => ({
  path,
  type: (procedure as unknown as { _def: { type: string } })._def.type,
}));

let fresh: FreshStore;
let scene: EveryStatus;
beforeAll(async () => {
  fresh = await freshSqliteStore();
  scene = await everyStatus(fresh.store);
});
afterAll(() => fresh.remove());

interface Outcome {
  /** `ok`, a refusal's code, or the code of another tRPC error. */
  code: string;
  /** Kinds of events, by transaction that would have been committed. */
  log: string[][];
}

/** Calls a procedure as somebody; whatever it changes is taken back. */
async function call(
  path: string,
  actor: Actor | null,
  input: unknown,
  { isOneClick = false, page = null }: { isOneClick?: boolean; page?: SendingPage } = {},
): Promise<Outcome> {
  const { store, log } = rolledBack(fresh.store);
  const { actor: _actor, ...command } = scene.district.admin;
  const caller = createCaller({
    store,
    actor,
    command: { ...command, store },
    isDemonstration: false,
    backups: noBackups,
    page,
    from: nowhere,
    door: { isOneClick },
  });
  const [room = '', name = ''] = path.split('.');
  const rooms = caller as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
  try {
    await rooms[room]?.[name]?.(input);
    return { code: 'ok', log };
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    return { code: error.cause instanceof Refused ? error.cause.code : error.code, log };
  }
}

/** The people of trust.md's matrix, as seen from the unit that a call is about. */
function people(unit: number): Record<string, Actor | null> {
  const { district } = scene;
  return {
    nobody: null,
    'a clerk of the unit': district.clerk(unit).actor,
    'a clerk of another unit': district.clerk((unit + 2) % district.unitIds.length).actor,
    'a head of the unit': { ...district.auditor.actor, posts: [{ id: 'head', role: 'head', unitId: district.unitIds[unit] ?? '' }] },
    'a reviewer': district.reviewer.actor,
    'an admin': district.admin.actor,
    'an auditor': district.auditor.actor,
    'somebody without a post': { ...district.auditor.actor, posts: [] },
  };
}

const wrongStatus: readonly string[] = ['wrong_status'];

/** Codes with which a call may end once the permission table has let it through. */
const afterTheGate: readonly string[] = ['ok', 'invalid', 'conflict', 'obstacles', 'own_work'];

/** Acts on a whole quarter or year, which the state of its filings may forbid once the permission table has let them through. */
const judgesOtherQuarters: ReadonlySet<string> = new Set(['office.setOpenings', 'office.lockQuarter']);

function expectedCodes(
  action: Action,
  actor: Actor | null,
  stand: Stand,
  about: 'filing' | 'unit' | 'root',
  isQuery: boolean,
): readonly string[] {
  if (!actor) return ['not_signed_in'];
  const { rootId, unitIds } = scene.district;
  const unitPath = about === 'filing' ? stand.filing.unitPath : about === 'unit' ? [rootId, unitIds[1] ?? ''] : [rootId];
  const verdict = can(actor.posts, action, { unitPath, status: about === 'filing' ? stand.filing.status : null });
  switch (verdict) {
    case 'allowed':
      return afterTheGate;
    case 'not_visible':
      return ['not_found'];
    case 'not_permitted':
      return isQuery ? ['not_found', 'forbidden'] : ['forbidden'];
    case 'wrong_status':
      return wrongStatus;
    default:
      return verdict satisfies never;
  }
}

/** Null means something here: files of many quarters, each of which says whose it is. */
const mayBeNull: ReadonlySet<string> = new Set(['workbook.preview filingId', 'deadline.setLock from']);

describe('T21, T24, T45: every procedure', () => {
  it('has a row in the table, and the table no row without a procedure', () => {
    expect(Object.keys(procedureTable).sort()).toEqual(procedures.map(({ path }) => path).sort());
  });

  it.each(procedures)('$path answers each person as the permission table says, in each status', async ({ path, type }) => {
    const row = procedureTable[path];
    if (!row) throw new Error(`${path} has no row`);
    if (!('about' in row)) {
      for (const [who, actor] of Object.entries(people(1))) {
        const { code } = await call(path, actor, row.input(scene));
        if (row.who === 'own' && !actor) expect([who, code]).toEqual([who, 'not_signed_in']);
        else if (row.who === 'own')
          expect([who, code]).toEqual([who, row.succeeds === false ? expect.stringMatching(/^(?:ok|invalid)$/) : 'ok']);
        else expect([who, code]).toEqual([who, row.succeeds === false ? expect.any(String) : 'ok']);
        expect(row.who === 'public' && code === 'not_signed_in').toBe(false);
      }
      return;
    }
    const seen = new Set<string>();
    const statuses: readonly FilingStatus[] = row.about === 'filing' ? filingStatuses : ['open'];
    for (const status of statuses) {
      const stand = scene.stands[status];
      for (const [who, actor] of Object.entries(people(row.about === 'filing' ? stand.unit : 1))) {
        const { code, log: all } = await call(path, actor, row.input(scene, stand), { isOneClick: row.confirms === true });
        const hasConfirmed = all[0]?.[0] === 'session.confirmed';
        const log = hasConfirmed ? all.slice(1) : all;
        const expected = expectedCodes(row.who, actor, stand, row.about, type === 'query');
        const isThrough = expected === afterTheGate;
        const hasNoRemark = path === 'filing.replyToRemark' && status === 'open' && isThrough;
        const codes = hasNoRemark ? ['not_found'] : isThrough && judgesOtherQuarters.has(path) ? [...expected, 'wrong_status'] : expected;
        expect({ status, who, code, expected: codes }).toEqual({ status, who, code, expected: expect.arrayContaining([code]) });
        if (row.confirms && actor && expected !== wrongStatus) expect([who, hasConfirmed]).toEqual([who, isThrough]);
        if (!row.confirms) expect([who, hasConfirmed]).toEqual([who, false]);
        seen.add(code);
        if (type === 'query') expect([who, log]).toEqual([who, []]);
        else if (actor)
          expect({ status, who, code, log }).toEqual({
            status,
            who,
            code,
            log: [code !== 'ok' ? ['refused'] : row.isUnseen ? [] : expect.arrayContaining([expect.any(String)])],
          });
        else expect(log).toEqual([]);
      }
    }
    if (row.succeeds !== false) expect([...seen]).toContain('ok');
  });
});

describe('V6 6.3: who has to see to their account first', () => {
  const ofTheAccount = [
    'account.changePassword',
    'account.endOtherSessions',
    'account.endSession',
    'account.failedTries',
    'account.page',
    'account.unbindIdentity',
  ];
  const states = [
    {
      lacks: 'a password that is not too old',
      code: 'password_too_old',
      state: { hasOldPassword: true },
      opens: [...ofTheAccount, 'account.goToProvider'],
    },
    {
      lacks: 'a second factor',
      code: 'second_factor_missing',
      state: { lacksSecondFactor: true },
      opens: [...ofTheAccount, 'account.newSecondFactor', 'account.turnOnSecondFactor'],
    },
  ];

  it.each(states)(
    'every procedure but those of the account is closed to who lacks $lacks, and nothing is written',
    async ({ code, state, opens }) => {
      const open: string[] = [];
      for (const { path } of procedures) {
        const row = procedureTable[path];
        if (!row || row.who === 'public') continue;
        const input = row.input(scene, scene.stands.submitted);
        for (const actor of [scene.district.reviewer.actor, scene.district.admin.actor]) {
          const outcome = await call(path, { ...actor, ...state }, input, { isOneClick: true });
          if (outcome.code !== code) open.push(path);
          else expect([path, outcome.log]).toEqual([path, []]);
        }
      }
      expect([...new Set(open)].sort()).toEqual([...opens].sort());
    },
  );
});

describe('who acts is who stands on the screen', () => {
  const mutations = procedures.filter(({ type, path }) => type === 'mutation' && !openedByNobody.has(path));
  const inputOf = (path: string) => procedureTable[path]?.input(scene, scene.stands.submitted);

  it('is asked of every change: a page of somebody else, and one that does not say whose it is, is refused and nothing is written', async () => {
    expect(mutations.length).toBeGreaterThan(60);
    for (const { path } of mutations)
      for (const actor of [scene.district.reviewer.actor, scene.district.admin.actor, scene.district.clerk(1).actor])
        for (const openedFor of ['somebody-else', null])
          expect([path, openedFor, await call(path, actor, inputOf(path), { isOneClick: true, page: { openedFor } })]).toEqual([
            path,
            openedFor,
            { code: 'other_person', log: [] },
          ]);
  });

  it('lets every change through from a page of who is signed in', async () => {
    const { actor } = scene.district.admin;
    for (const { path } of mutations) {
      const ownPage = await call(path, actor, inputOf(path), { page: { openedFor: actor.userId } });
      expect([path, ownPage]).toEqual([path, await call(path, actor, inputOf(path))]);
    }
  });

  it('is not asked of somebody who is not signed in, who hears that, nor of the pages of a one-time link', async () => {
    for (const { path } of mutations)
      expect([path, (await call(path, null, inputOf(path), { page: { openedFor: 'somebody' } })).code]).toEqual([path, 'not_signed_in']);
    for (const path of openedByNobody) {
      const { code } = await call(path, scene.district.admin.actor, inputOf(path), { page: { openedFor: null } });
      expect([path, code]).toEqual([path, procedureTable[path]?.succeeds === false ? expect.not.stringMatching('other_person') : 'ok']);
    }
  });
});

/** Keys nobody is asked for, as JSON. */
const extras = [
  ['status', '"approved"'],
  ['role', '"admin"'],
  ['version', '99'],
  ['savedBy', '"me"'],
  ['__proto__', '{"isAdmin":true}'],
  ['constructor', '{"prototype":{}}'],
] as const;

describe('T27: what a procedure does not ask for', () => {
  const inputs = () =>
    procedures.flatMap(({ path }) => {
      const input = procedureTable[path]?.input(scene, scene.stands.open);
      return input === undefined ? [] : [{ path, input: input as Record<string, unknown> }];
    });

  it('is refused by every one of them: status, role, unitId, version, __proto__', async () => {
    for (const { path, input } of inputs())
      for (const [key, value] of extras) {
        if (Object.hasOwn(input, key)) continue;
        const rest = JSON.stringify(input).slice(1);
        const payload = JSON.parse(`{${JSON.stringify(key)}:${value}${rest === '}' ? '' : ','}${rest}`);
        expect([path, key, (await call(path, scene.district.admin.actor, payload)).code]).toEqual([path, key, 'BAD_REQUEST']);
      }
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it('is refused inside lists and nested objects too', async () => {
    const nested: [string, object][] = [
      ['filing.save', { changes: [{ changeId: 'c', cell: 's3.granted.natural_person', raw: '7', baseVersion: 1, version: 9 }] }],
      [
        'review.approveMany',
        {
          items: [
            { filingId: scene.stands.submitted.filing.id, submissionNumber: 1, seenHash: scene.stands.submitted.hash, isClean: true },
          ],
        },
      ],
      ['review.return', { submissionNumber: 1, reason: '请核对', remarks: [{ anchor: 'text', text: '补充', writtenBy: 'me' }] }],
    ];
    for (const [path, more] of nested)
      expect([path, (await call(path, scene.district.admin.actor, { filingId: scene.stands.open.filing.id, ...more })).code]).toEqual([
        path,
        'BAD_REQUEST',
      ]);
    const change = { unitId: scene.district.rootId, change: { parentId: null, path: '/' } };
    expect((await call('office.changeUnit', scene.district.admin.actor, change)).code).toBe('BAD_REQUEST');
  });

  it('T43: is refused when it holds what a database cannot keep, or is of the wrong kind: NUL, half a character, null, a number', async () => {
    for (const { path, input } of inputs())
      for (const [key, value] of Object.entries(input)) {
        if (typeof value !== 'string') continue;
        for (const bad of [`${value}\u0000`, `${value}\ud800`, null, 7, [value], {}])
          if (bad !== null || !mayBeNull.has(`${path} ${key}`))
            expect([path, key, bad, (await call(path, scene.district.admin.actor, { ...input, [key]: bad })).code]).toEqual([
              path,
              key,
              bad,
              'BAD_REQUEST',
            ]);
      }
  });
});
