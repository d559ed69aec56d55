import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  findPersonByUsername,
  identitiesOf,
  insertIdentity,
  listEvents,
  listOpenActs,
  listPeople,
  listPosts,
  postsOf,
  readSetting,
  type Store,
  updatePerson,
} from '@/db/store';
import { freshPostgresStore } from '@/db/testing/fresh-postgres';
import { type FreshStore, freshSqliteStore } from '@/db/testing/fresh-store';
import { verifyLedger } from '@/server/audit/verify-ledger';
import { nowhere } from '@/server/auth/guesses';
import { hashPassword } from '@/server/auth/passwords';
import { anonymous } from '@/server/auth/sign-in';
import { dutyConflict, isOneOfThree, type ThreeDuty, threeDuties } from '@/server/domain/duties';
import { type Role, roles } from '@/server/domain/permissions';
import { seededRandom } from '@/server/domain/seeded-random';
import { Refused } from '@/server/errors';
import { actingPosts } from '@/server/views/acting-posts';
import { addPlayer } from '../../rehearsal/players';
import { aDistrict, type District } from '../../testing/a-district';
import { kindsOf } from '../../testing/log-of';
import { expectRefused } from '../../testing/refusal-of';
import { setPasswordProfile } from '../account/set-password-profile';
import type { CommandContext } from '../command';
import { closeUnits } from '../office/close-units';
import { createPerson } from '../office/create-person';
import { createUnit } from '../office/create-unit';
import { createYear } from '../office/create-year';
import { endPost } from '../office/end-post';
import { givePost } from '../office/give-post';
import { issuePasswordLink } from '../office/issue-password-link';
import { liftHoldOff } from '../office/lift-hold-off';
import { reopenUnit } from '../office/reopen-unit';
import { setPassword } from '../office/set-password';
import { setPersonActive } from '../office/set-person-active';
import { askOfThree } from './ask-of-three';
import { confirmAct } from './confirm-act';
import { declineAct } from './decline-act';
import { divideOffice } from './divide-office';

const password = 'Xiangyang#2026';
/** Of somebody who can sign in. */
const formerly = hashPassword('Qian.mian-de-7-mima');
let former: string;
const reason = '本年度轮岗，按局务会决定办理。';

/** Where all is asked for, more random years of people. */
const seeds = process.env.NIANBAO_TRUST === 'full' ? Array.from({ length: 12 }, (_, index) => 11 + index) : [11];

const engines = [
  { engine: 'SQLite', open: freshSqliteStore },
  { engine: 'PostgreSQL', open: freshPostgresStore },
];

describe.each(engines)('T28: 三员 on $engine', ({ open }) => {
  let fresh: FreshStore;
  let district: District;
  let three: Record<ThreeDuty, CommandContext>;
  let others: CommandContext[];
  beforeEach(async () => {
    former = await formerly;
    fresh = await open();
    district = await aDistrict(fresh.store);
    const { store, rootId, admin } = district;
    const join = (username: string, role: Role = 'reviewer') =>
      addPlayer(store, { username, name: `某${username}`, unitId: rootId, role }, admin.now);
    const [system, security] = [await join('system'), await join('security')];
    others = [await join('other1'), await join('other2')];
    three = { system_admin: system, security_admin: security, auditor: district.auditor };
    for (const { id } of await listPeople(store.read)) await store.tx((tx) => updatePerson(tx, id, { passwordHash: former }));
  });
  afterEach(() => fresh.remove());

  /** As their next request would find them. */
  const now = async (context: CommandContext): Promise<CommandContext> => ({
    ...context,
    actor: { ...context.actor, posts: await actingPosts(fresh.store.read, await postsOf(fresh.store.read, context.actor.userId)) },
  });
  const idsOf = (of: Record<ThreeDuty, CommandContext>) => ({
    system_admin: of.system_admin.actor.userId,
    security_admin: of.security_admin.actor.userId,
    auditor: of.auditor.actor.userId,
  });
  const divide = async () => {
    await divideOffice(district.admin, idsOf(three));
    three = {
      system_admin: await now(three.system_admin),
      security_admin: await now(three.security_admin),
      auditor: await now(three.auditor),
    };
    return { system: three.system_admin, security: three.security_admin, auditor: three.auditor, admin: await now(district.admin) };
  };
  const hasFormer = async ({ actor }: CommandContext) =>
    (await findPersonByUsername(fresh.store.read, actor.username))?.passwordHash === former;

  const theOne = async () => (await listOpenActs(fresh.store.read))[0]?.id ?? '';
  const rolesOf = async ({ actor }: CommandContext) => (await postsOf(fresh.store.read, actor.userId)).map((post) => post.role).sort();

  it('are three different people who can sign in, named in the act of an administrator; nobody of them holds what does not go together', async () => {
    const { admin, reviewer, clerk } = district;
    const ids = idsOf(three);
    const refused: [CommandContext, Partial<typeof ids>, 'invalid' | 'not_found' | 'forbidden'][] = [
      [admin, { system_admin: ids.security_admin }, 'invalid'],
      [admin, { auditor: ids.system_admin }, 'invalid'],
      [admin, { system_admin: ids.auditor, auditor: ids.system_admin }, 'invalid'],
      [admin, { auditor: clerk().actor.userId }, 'invalid'],
      [admin, { system_admin: 'nobody' }, 'not_found'],
      [reviewer, {}, 'forbidden'],
    ];
    for (const [by, other, code] of refused) await expectRefused(divideOffice(by, { ...ids, ...other }), code);
    await setPersonActive(admin, { userId: ids.system_admin, unitId: district.rootId, isActive: false });
    await expectRefused(divideOffice(admin, ids), 'invalid');
    await setPersonActive(admin, { userId: ids.system_admin, unitId: district.rootId, isActive: true });
    // Nobody who cannot come in: there would be no one to confirm, nor to end it.
    const give = (passwordHash: string | null) => fresh.store.tx((tx) => updatePerson(tx, ids.security_admin, { passwordHash }));
    await give(null);
    expect((await expectRefused(divideOffice(admin, ids), 'invalid')).sentence.zh).toContain('还不能登录');
    const bound = { identity: 'i', issuer: 'https://id.example', userId: ids.security_admin, boundAt: admin.now() };
    await fresh.store.tx((tx) => insertIdentity(tx, bound));
    expect(await kindsOf(fresh.store, () => divideOffice(admin, ids))).toEqual(['post.given', 'post.given', 'three_roles.divided']);
    await expectRefused(divideOffice(admin, ids), 'forbidden');
  });

  it('divide the administrator’s acts: each is done by one of them, and by nobody else of the four', async () => {
    const { system, security, auditor, admin } = await divide();
    const { rootId, unitIds, clerk } = district;
    const userId = clerk().actor.userId;
    const [unitId = ''] = unitIds;
    const acts: Record<string, ['system' | 'security', (by: CommandContext) => Promise<unknown>]> = {
      'adds a year': ['system', (by) => createYear(by, { year: 2027 })],
      'adds a unit': [
        'system',
        (by) => createUnit(by, { parentId: rootId, name: '示例街道', kind: 'street', powers: [], opensOn: '2026-01-01' }),
      ],
      'makes an account': ['system', (by) => createPerson(by, { username: 'zhaoliu', name: '赵六', unitId })],
      'makes a link': ['system', (by) => issuePasswordLink(by, { userId, unitId })],
      'disables somebody': [
        'system',
        (by) => setPersonActive(by, { userId: others[0]?.actor.userId ?? '', unitId: rootId, isActive: false }),
      ],
      'gives a post': ['security', (by) => givePost(by, { userId, unitId: rootId, role: 'reviewer' })],
      'lifts a hold-off': ['security', (by) => liftHoldOff(by, { userId, unitId })],
      'sets how people get in': ['security', (by) => setPasswordProfile(by, { profile: 'asvs', seen: 'dengbao' })],
    };
    const four = { system, security, auditor, admin };
    for (const [name, [whose, act]] of Object.entries(acts)) {
      for (const [who, by] of Object.entries(four))
        if (who !== whose)
          expect([name, who, await act(by).then(() => 'ok', codeOf)]).toEqual([name, who, expect.stringMatching(/forbidden|not_found/)]);
      await act(four[whose]);
    }
  });

  it('make an account without a post, and give a post to no account of their own', async () => {
    const { system, security } = await divide();
    const { unitIds, rootId } = district;
    const wanted = { username: 'zhaoliu', name: '赵六', unitId: unitIds[0] ?? '' };
    await expectRefused(createPerson(system, { ...wanted, role: 'clerk' }), 'invalid');
    const { userId } = await createPerson(system, wanted);
    await givePost(security, { userId, unitId: wanted.unitId, role: 'clerk' });
    await expectRefused(givePost(security, { userId: security.actor.userId, unitId: rootId, role: 'admin' }), 'invalid');
    const [post] = await postsOf(fresh.store.read, userId);
    const handOver = [{ postId: post?.id ?? '', successorUserId: others[0]?.actor.userId ?? '' }];
    await expectRefused(setPersonActive(system, { userId, unitId: wanted.unitId, isActive: false, handOver }), 'invalid');
  });

  it('are given and taken by none of them alone: one asks, one who holds another duty confirms', async () => {
    const { system, security, auditor, admin } = await divide();
    const userId = others[0]?.actor.userId ?? '';
    const { rootId } = district;
    for (const duty of threeDuties) await expectRefused(givePost(security, { userId, unitId: rootId, role: duty }), 'invalid');
    for (const context of Object.values(three)) {
      const post = (await postsOf(fresh.store.read, context.actor.userId)).find((one) => isOneOfThree(one.role));
      await expectRefused(endPost(security, { postId: post?.id ?? '' }), 'invalid');
      await expectRefused(setPersonActive(system, { userId: context.actor.userId, unitId: rootId, isActive: false }), 'invalid');
    }
    await expectRefused(askOfThree(admin, { ask: 'give', userId, duty: 'system_admin', reason }), 'forbidden');
    for (const context of Object.values(three))
      for (const duty of threeDuties)
        await expectRefused(askOfThree(system, { ask: 'give', userId: context.actor.userId, duty, reason }), 'invalid');
    for (const duty of threeDuties)
      await expectRefused(askOfThree(system, { ask: 'end', userId: three[duty].actor.userId, duty, reason }), 'invalid');

    const wanted = { ask: 'give', userId, duty: 'system_admin', reason } as const;
    await fresh.store.tx((tx) => updatePerson(tx, userId, { passwordHash: null }));
    await expectRefused(askOfThree(system, wanted), 'invalid');
    await fresh.store.tx((tx) => updatePerson(tx, userId, { passwordHash: former }));
    const bound = { identity: 'i', issuer: 'https://id.example', userId, boundAt: admin.now() };
    await fresh.store.tx((tx) => insertIdentity(tx, bound));
    await askOfThree(system, wanted);
    for (const by of [system, admin, others[0] as CommandContext]) await refusedOf(confirmAct(by, { id: await theOne() }));
    await confirmAct(auditor, { id: await theOne() });
    expect(await rolesOf(others[0] as CommandContext)).toEqual(['reviewer', 'system_admin']);
    expect(await identitiesOf(fresh.store.read, userId)).toEqual([]);
    // Two of one duty are one: the second system administrator does not confirm what the first asks for.
    const newSystem = await now(others[0] as CommandContext);
    await askOfThree(system, { ask: 'end', userId: system.actor.userId, duty: 'system_admin', reason });
    await expectRefused(confirmAct(newSystem, { id: await theOne() }), 'own_work');
    await confirmAct(security, { id: await theOne() });
    expect(await rolesOf(system)).toEqual(['reviewer']);
    // What somebody asked for goes with the duty they asked by.
    const other = others[1]?.actor.userId ?? '';
    await askOfThree(newSystem, { ask: 'give', userId: other, duty: 'system_admin', reason });
    await confirmAct(security, { id: await theOne() });
    await askOfThree(newSystem, { ask: 'give', userId: district.reviewer.actor.userId, duty: 'system_admin', reason });
    const asked = await theOne();
    await askOfThree(auditor, { ask: 'end', userId, duty: 'system_admin', reason });
    const end = (await listOpenActs(fresh.store.read)).find(({ id }) => id !== asked)?.id ?? '';
    expect(await kindsOf(fresh.store, () => confirmAct(security, { id: end }))).toEqual(['duty.confirmed', 'post.ended', 'duty.lapsed']);
    await expectRefused(confirmAct(security, { id: asked }), 'wrong_status');
    await expectRefused(askOfThree(security, { ask: 'end', userId: other, duty: 'system_admin', reason }), 'invalid');
  });

  it('act as nobody else of them: a password by link waits until a third confirms it, whoever made the link, the console too', async () => {
    const { system, security, auditor } = await divide();
    const nobody: CommandContext = { ...system, actor: anonymous };
    const { rootId, admin, clerk } = district;
    const words = ['yi', 'er', 'san'];
    const console: CommandContext = {
      ...system,
      actor: { ...system.actor, userId: 'console', posts: [{ id: 'console', role: 'system_admin', unitId: rootId }] },
    };
    for (const [by, of, right] of [
      [system, security, auditor],
      [system, auditor, security],
      [console, security, system],
    ] as const) {
      const { secret } = await issuePasswordLink(by, { userId: of.actor.userId, unitId: rootId });
      const home = { address: null, device: 'h'.repeat(32) };
      expect(await setPassword(nobody, { secret, password: `Kafei-${words.pop()}-bei-cha`, from: home })).toMatchObject({ waits: true });
      const id = await theOne();
      for (const wrong of [by, of, admin]) await refusedOf(confirmAct(wrong, { id }));
      expect(await hasFormer(of)).toBe(true);
      await confirmAct(right, { id });
      expect(await hasFormer(of)).toBe(false);
      await fresh.store.tx((tx) => updatePerson(tx, of.actor.userId, { passwordHash: former }));
    }
    const { secret } = await issuePasswordLink(system, { userId: clerk().actor.userId, unitId: rootId });
    expect(await setPassword(nobody, { secret, password, from: nowhere })).toEqual({ username: 'clerk0' });
  });

  it('are not gathered by closing a unit or taking that back', async () => {
    const { admin, store, unitIds } = district;
    const [unitId = '', intoId = ''] = unitIds;
    const other = others[0] as CommandContext;
    await givePost(admin, { userId: three.auditor.actor.userId, unitId, role: 'auditor' });
    await closeUnits(admin, { unitIds: [unitId], closesOn: '2026-12-31', into: null });
    const { system } = await divide();
    await reopenUnit(system, { unitId });
    await expectRefused(closeUnits(system, { unitIds: [unitId], closesOn: '2026-12-31', into: { unitId: intoId } }), 'invalid');
    await lawOf(store);
    await expectRefused(givePost(three.security_admin, { userId: other.actor.userId, unitId: intoId, role: 'auditor' }), 'invalid');
  });

  it('become one again when one asks and another confirms, and an administrator is there who can sign in', async () => {
    const { system, security, auditor } = await divide();
    const { store } = district;
    await askOfThree(auditor, { ask: 'off', reason });
    await expectRefused(confirmAct(auditor, { id: await theOne() }), 'own_work');
    await declineAct(system, { id: await theOne(), reason: '还没有报局务会，先不办。' });
    await askOfThree(system, { ask: 'off', reason });
    const codes = await Promise.all(
      Array.from({ length: 6 }, async () => confirmAct(security, { id: await theOne() }).then(() => 'ok', codeOf)),
    );
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
    expect([await readSetting(store.read, 'threeRoles'), await rolesOf(system), await rolesOf(security)]).toEqual([
      false,
      ['reviewer'],
      ['reviewer'],
    ]);
    await expectRefused(askOfThree(auditor, { ask: 'off', reason }), 'invalid');
    await createYear(await now(district.admin), { year: 2027 });
    const { fault, replay } = await verifyLedger({ read: store.read, schema: { is: 'current', migration: null } });
    expect([fault, replay?.differences.filter(({ table }) => table === 'pendingActs' || table === 'settings')]).toEqual([null, []]);
  });

  it('hold what they hold one by one, whatever comes at once: six who ask, six who confirm, six who divide', async () => {
    const ids = idsOf(three);
    const divided = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        divideOffice(
          district.admin,
          index % 2 === 0 ? ids : { ...ids, system_admin: ids.security_admin, security_admin: ids.system_admin },
        ).then(() => 'ok', codeOf),
      ),
    );
    expect(divided.filter((code) => code === 'ok')).toHaveLength(1);
    const people = await Promise.all([...Object.values(three), ...others].map(now));
    const holder = async (duty: ThreeDuty) => people.find(({ actor }) => actor.posts.some((post) => post.role === duty)) as CommandContext;
    const [system, security, auditor] = [await holder('system_admin'), await holder('security_admin'), await holder('auditor')];
    const userId = others[0]?.actor.userId ?? '';
    await askOfThree(system, { ask: 'give', userId, duty: 'system_admin', reason });
    await askOfThree(auditor, { ask: 'give', userId, duty: 'security_admin', reason });
    const acts = await listOpenActs(fresh.store.read);
    await Promise.all([security, system, auditor].flatMap((by) => acts.map(({ id }) => confirmAct(by, { id }).catch(() => {}))));
    await lawOf(fresh.store);
    // The stale request of an administrator from before does not give what is not theirs to give any more.
    await expectRefused(givePost(district.admin, { userId, unitId: district.rootId, role: 'admin' }), 'forbidden');
  });

  it('never gather in one hand, and each is held, whatever random people ask for, give, confirm, disable and close', async () => {
    let judged = 0;
    for (const seed of seeds) {
      await divideOffice(await now(district.admin), idsOf(three)).catch(() => {});
      const random = seededRandom(seed);
      const by = [...Object.values(three), ...others, district.admin, district.reviewer, district.clerk(0)];
      let units = [district.rootId, ...district.unitIds];
      for (let step = 0; step < 50; step += 1) {
        const all = await Promise.all(by.map(now));
        const ofThree = all.filter(({ actor }) => actor.posts.some((post) => isOneOfThree(post.role)));
        const context = random.pick(random.chance(0.7) && ofThree.length > 0 ? ofThree : all);
        const userId = random.pick(by).actor.userId;
        const unitId = random.chance(0.6) ? district.rootId : random.pick(units);
        const acts = await listOpenActs(fresh.store.read);
        const posts = await listPosts(fresh.store.read);
        const moves: (() => Promise<unknown>)[] = [
          () => givePost(context, { userId, unitId, role: random.pick(roles), isMeant: true }),
          () => endPost(context, { postId: random.pick(posts).id, leaveOpen: true, reason }),
          () => endPost(context, { postId: random.pick(posts).id, successorUserId: userId, isMeant: true }),
          () => setPersonActive(context, { userId, unitId: district.rootId, isActive: random.chance(0.6), leaveOpen: true, reason }),
          () => askOfThree(context, { ask: random.chance(0.7) ? 'give' : 'end', userId, duty: random.pick(threeDuties), reason }),
          () => askOfThree(context, { ask: random.chance(0.7) ? 'give' : 'end', userId, duty: random.pick(threeDuties), reason }),
          () => (random.chance(0.2) ? askOfThree(context, { ask: 'off', reason }) : Promise.resolve()),
          () => closeUnits(context, { unitIds: [random.pick(units)], closesOn: '2026-12-31', into: { unitId: random.pick(units) } }),
          () => reopenUnit(context, { unitId: random.pick(units) }),
          () =>
            divideOffice(context, {
              system_admin: userId,
              security_admin: random.pick(by).actor.userId,
              auditor: random.pick(by).actor.userId,
            }),
        ];
        const confirm = () => Promise.allSettled(ofThree.flatMap((one) => acts.map(({ id }) => confirmAct(one, { id }))));
        const one = acts.length > 0 && random.chance(0.5) ? confirm : random.pick(moves);
        const atOnce = random.chance(0.2) ? [one, random.pick(moves), random.pick(moves)] : [one];
        await Promise.all(
          atOnce.map((move) =>
            move().catch((error: unknown) => {
              if (!(error instanceof Refused)) throw error;
            }),
          ),
        );
        if (await lawOf(fresh.store)) judged += 1;
        if (step % 20 === 0 && !(await readSetting(fresh.store.read, 'threeRoles')))
          await divideOffice(await now(district.admin), idsOf(three)).catch(() => {});
        units = [district.rootId, ...district.unitIds];
      }
    }
    const kinds = (await listEvents(fresh.store.read, { kindPrefix: 'duty.', limit: 1000 })).map((event) => event.kind);
    const confirmed = kinds.filter((kind) => kind === 'duty.confirmed').length;
    expect([judged > 20, confirmed > 0], `${judged} steps judged, ${confirmed} acts confirmed`).toEqual([true, true]);
  }, 60_000);
});

/** The law of 三员, of the rows alone. @returns whether there was anything to judge */
async function lawOf(store: Store): Promise<boolean> {
  if ((await readSetting(store.read, 'threeRoles')) !== true) return false;
  const [people, posts] = [await listPeople(store.read), await listPosts(store.read)];
  const rolesOf = (userId: string) => posts.filter((post) => post.userId === userId).map((post) => post.role);
  for (const { id, name } of people)
    expect([
      name,
      rolesOf(id)
        .map((role) => dutyConflict(rolesOf(id), role))
        .filter((conflict) => conflict !== null),
    ]).toEqual([name, []]);
  for (const duty of threeDuties)
    expect([duty, people.some((person) => person.isActive && rolesOf(person.id).includes(duty))]).toEqual([duty, true]);
  return true;
}

const codeOf = (error: unknown) => (error instanceof Refused ? error.code : Promise.reject(error));
const refusedOf = (attempt: Promise<unknown>) => expect(attempt).rejects.toBeInstanceOf(Refused);
