import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  countPeople,
  findOneTimeLink,
  findPerson,
  findPersonByUsername,
  findSession,
  insertOneTimeLink,
  insertSession,
  listUnits,
  postsOf,
  type Store,
  updatePerson,
} from '@/db/store';
import { freshSqliteStore } from '@/db/testing/fresh-store';
import { nowhere, type Source } from '@/server/auth/guesses';
import { linkLifetimeMs, newOneTimeSecret } from '@/server/auth/one-time-secret';
import { verifyPassword } from '@/server/auth/passwords';
import { anonymous, signIn } from '@/server/auth/sign-in';
import { listOfficePeople } from '@/server/queries/people';
import { addPlayer } from '../../rehearsal/players';
import { inADistrict } from '../../testing/in-a-district';
import { eventsOf, kindsOf } from '../../testing/log-of';
import { expectRefused } from '../../testing/refusal-of';
import type { CommandContext } from '../command';
import { createPerson } from './create-person';
import { endPost } from './end-post';
import { givePost } from './give-post';
import { issuePasswordLink } from './issue-password-link';
import { liftHoldOff } from './lift-hold-off';
import { setPassword } from './set-password';
import { setPersonActive } from './set-person-active';
import { setUp } from './set-up';

const password = 'Xiangyang#2026';

describe('people', () => {
  const district = inADistrict();
  const nobody = (): CommandContext => ({ ...district().admin, actor: anonymous });
  const create = (username: string) =>
    createPerson(district().admin, { username, name: '王五', unitId: district().unitIds[0] ?? '', role: 'clerk' });

  it('set their own password through a link that works once; nobody else ever knows it', async () => {
    const { userId, secret } = await create('wangwu');
    expect(await setPassword(nobody(), { secret, password, from: nowhere })).toEqual({ username: 'wangwu' });
    const stored = await findPersonByUsername(district().store.read, 'wangwu');
    expect([stored?.passwordHash?.startsWith('$argon2id$'), await verifyPassword(stored?.passwordHash ?? null, password)]).toEqual([
      true,
      true,
    ]);
    await expectRefused(setPassword(nobody(), { secret, password, from: nowhere }), 'invalid');
    expect(await postsOf(district().store.read, userId)).toMatchObject([{ role: 'clerk', unitId: district().unitIds[0] }]);
  });

  it('cannot use a link that is a week old, or one that a newer link replaced', async () => {
    const { userId, secret } = await create('wangwu');
    const newer = await issuePasswordLink(district().admin, { userId, unitId: district().rootId });
    await expectRefused(setPassword(nobody(), { secret, password, from: nowhere }), 'invalid');
    const later = new Date(district().admin.now().getTime() + linkLifetimeMs + 1);
    await expectRefused(setPassword({ ...nobody(), now: () => later }, { secret: newer.secret, password, from: nowhere }), 'invalid');
    expect((await findPerson(district().store.read, userId))?.hasPassword).toBe(false);
  });

  it.each([
    ['a short one', 'Ab1#5678'],
    ['two classes of characters', 'abcdefghij12'],
    ['one with the user name in it', 'Wangwu#2026!'],
    ['one that stands in every list', 'Password123!'],
    ['the name of the office in pinyin, with a year', 'Shiliqu@2026'],
  ])('T34: are refused %s, and the link still works', async (_, weak) => {
    const { secret } = await create('wangwu');
    await expectRefused(setPassword(nobody(), { secret, password: weak, from: nowhere }), 'invalid');
    await setPassword(nobody(), { secret, password, from: nowhere });
  });

  it('T34: cannot set one of their last five passwords again', async () => {
    const { userId, secret } = await create('wangwu');
    const nth = (n: number) => `Kafei-${n}-bei-cha`;
    const link = async () => (await issuePasswordLink(district().admin, { userId, unitId: district().rootId })).secret;
    let seconds = 0;
    const then = (): CommandContext => {
      const at = new Date(nobody().now().getTime() + 1000 * ++seconds);
      return { ...nobody(), now: () => at };
    };
    await setPassword(then(), { secret, password: nth(0), from: nowhere });
    for (const n of [1, 2, 3, 4]) await setPassword(then(), { secret: await link(), password: nth(n), from: nowhere });
    for (const n of [0, 4]) {
      const refused = await expectRefused(setPassword(then(), { secret: await link(), password: nth(n), from: nowhere }), 'invalid');
      expect(refused.sentence.zh).toContain('最近 5 次');
    }
    await setPassword(then(), { secret: await link(), password: nth(5), from: nowhere });
    await setPassword(then(), { secret: await link(), password: nth(0), from: nowhere });
  });

  it.each(['王\u200b五', '王\u202e五', '王😀五', '王\u0007五'])('are refused the name %j, at every door', async (name) => {
    const wanted = { username: 'wangwu', name, unitId: district().unitIds[0] ?? '', role: 'clerk' as const };
    const { sentence } = await expectRefused(createPerson(district().admin, wanted), 'invalid');
    expect(sentence.zh).toMatch(/U\+[0-9A-F]{4,5}.*不能印刷/);
  });

  it('get no link from themselves once they have a password: a session left open would take the account over', async () => {
    const { admin, rootId, store } = district();
    await issuePasswordLink(admin, { userId: admin.actor.userId, unitId: rootId });
    await store.tx((tx) => updatePerson(tx, admin.actor.userId, { passwordHash: 'argon2' }));
    const { sentence } = await expectRefused(issuePasswordLink(admin, { userId: admin.actor.userId, unitId: rootId }), 'invalid');
    expect(sentence.zh).toContain('不能给自己发链接');
  });

  it.each(['a', 'two words', 'x'.repeat(41), '<b>', '李四', ''])('are refused the user name “%s”', async (username) => {
    await expectRefused(create(username), 'invalid');
  });

  it('are refused a user name that is taken, in whatever case', async () => {
    await create('wangwu');
    await expectRefused(create('WangWu'), 'invalid');
  });

  it('T26: lose every session when they are disabled, and on a new password', async () => {
    const { userId, secret } = await create('wangwu');
    const open = async () => {
      const id = randomUUID();
      await district().store.tx((tx) => insertSession(tx, { id, userId, at: district().admin.now() }));
      return id;
    };
    const one = await open();
    await setPassword(nobody(), { secret, password, from: nowhere });
    const two = await open();
    await setPersonActive(district().admin, { userId, unitId: district().rootId, isActive: false });
    for (const id of [one, two]) expect((await findSession(district().store.read, id))?.endedAt).not.toBeNull();
    await expectRefused(
      setPersonActive(district().admin, { userId: district().admin.actor.userId, unitId: district().rootId, isActive: false }),
      'invalid',
    );
  });

  describe('who are held off because of wrong passwords', () => {
    const home = { address: '10.0.0.7', device: null };
    const enter = (typed: string, from: Source = home) => signIn(nobody(), from, { username: 'wangwu', password: typed });
    async function heldOff(): Promise<string> {
      const { userId, secret } = await create('wangwu');
      await setPassword(nobody(), { secret, password, from: nowhere });
      for (let failure = 0; failure < 5; failure += 1) await expectRefused(enter('wrong'), 'not_signed_in');
      await expectRefused(enter(password), 'too_many');
      return userId;
    }
    const shown = async () =>
      (await listOfficePeople(district().store.read, district().admin.actor, district().admin.now())).people
        .filter((person) => person.heldUntil !== null)
        .map((person) => person.username);

    it('are shown to the administrator, who lets them try again; once, and an event tells of it', async () => {
      const userId = await heldOff();
      expect(await shown()).toEqual(['wangwu']);
      const lift = () => liftHoldOff(district().admin, { userId, unitId: district().rootId });
      expect(await eventsOf(district().store, lift)).toMatchObject([
        {
          kind: 'person.hold_off_lifted',
          objectType: 'person',
          objectId: userId,
          actorId: district().admin.actor.userId,
          payload: { userId },
        },
      ]);
      expect(await kindsOf(district().store, lift)).toEqual([]);
      expect(await shown()).toEqual([]);
      await enter(password);
    });

    it('are let in again by a new link, and by the password that is set with it; from there they are known', async () => {
      const userId = await heldOff();
      const issued = await eventsOf(district().store, () => issuePasswordLink(district().admin, { userId, unitId: district().rootId }));
      expect(issued.map((event) => event.kind)).toEqual(['person.hold_off_lifted', 'person.link_issued']);
      const { secret } = await issuePasswordLink(district().admin, { userId, unitId: district().rootId });
      for (let failure = 0; failure < 20; failure += 1)
        await enter('wrong', { address: `10.0.1.${failure}`, device: null }).catch(() => null);
      await expectRefused(enter(password), 'too_many');
      const browser = { address: null, device: 'd'.repeat(32) };
      const set = () => setPassword(nobody(), { secret, password: 'Que-Shi-Lin-4719', from: browser });
      expect(await kindsOf(district().store, set)).toEqual(['person.hold_off_lifted', 'person.password_set']);
      for (let failure = 0; failure < 20; failure += 1)
        await enter('wrong', { address: `10.0.1.${failure}`, device: null }).catch(() => null);
      await expectRefused(enter('Que-Shi-Lin-4719'), 'too_many');
      await enter('Que-Shi-Lin-4719', browser);
    });

    it('T21: are not let in by somebody who does not manage them, nor by themselves', async () => {
      const userId = await heldOff();
      const lift = (context: CommandContext) => liftHoldOff(context, { userId, unitId: district().rootId });
      await expectRefused(lift(district().clerk(0)), 'not_found');
      await expectRefused(lift(district().reviewer), 'forbidden');
      const own = { userId: district().admin.actor.userId, unitId: district().rootId };
      await expectRefused(liftHoldOff(district().admin, own), 'invalid');
      expect(await shown()).toEqual(['wangwu']);
    });
  });

  it('hold a post once, until it ends', async () => {
    const { userId } = await create('wangwu');
    const post = { userId, unitId: district().unitIds[1] ?? '', role: 'clerk' as const };
    await givePost(district().admin, post);
    await expectRefused(givePost(district().admin, post), 'invalid');
    const held = (await postsOf(district().store.read, userId)).find((one) => one.unitId === post.unitId);
    await endPost(district().admin, { postId: held?.id ?? '' });
    await expectRefused(endPost(district().admin, { postId: held?.id ?? '' }), 'not_found');
    await expectRefused(givePost(district().admin, { ...post, userId: 'nobody' }), 'not_found');
  });

  it('are made administrator of a department only when that is meant, whichever way the post comes', async () => {
    const { admin, store, rootId, unitIds, reviewer } = district();
    const [officeId = '', unitId = ''] = unitIds;
    const wanted = { username: 'zhaoliu', name: '赵六', unitId, role: 'admin' as const };
    const { sentence } = await expectRefused(createPerson(admin, wanted), 'invalid');
    expect(sentence.zh).toContain('不经办公室同意');
    const { userId } = await createPerson(admin, { ...wanted, isMeant: true });
    const post = { userId: reviewer.actor.userId, unitId, role: 'admin' as const };
    await expectRefused(givePost(admin, post), 'invalid');
    for (const office of [officeId, rootId]) await givePost(admin, { ...post, unitId: office });
    await givePost(admin, { ...post, isMeant: true });

    const [held] = await postsOf(store.read, userId);
    const postId = held?.id ?? '';
    const successorUserId = district().secondReviewer.actor.userId;
    await expectRefused(endPost(admin, { postId, successorUserId }), 'invalid');
    const disable = { userId, unitId, isActive: false };
    await expectRefused(setPersonActive(admin, { ...disable, handOver: [{ postId, successorUserId }] }), 'invalid');
    await setPersonActive(admin, { ...disable, handOver: [{ postId, successorUserId, isMeant: true }] });
    expect(await postsOf(store.read, successorUserId)).toContainEqual(expect.objectContaining({ unitId, role: 'admin' }));
  });

  it('T21: are not taken over by the admin of a unit they have no post in', async () => {
    const unitId = district().unitIds[1] ?? '';
    const unitAdmin = await addPlayer(
      district().store,
      { username: 'unit-admin', name: '单位管理员', unitId, role: 'admin' },
      district().admin.now,
    );
    const { userId } = district().admin.actor;
    await expectRefused(issuePasswordLink(unitAdmin, { userId, unitId }), 'not_found');
    await expectRefused(setPersonActive(unitAdmin, { userId, unitId, isActive: false }), 'not_found');
    await expectRefused(issuePasswordLink(unitAdmin, { userId: district().clerk(0).actor.userId, unitId }), 'not_found');
    await issuePasswordLink(unitAdmin, { userId: district().clerk(1).actor.userId, unitId });
    await givePost(district().admin, { userId: district().clerk(1).actor.userId, unitId: district().rootId, role: 'reviewer' });
    await expectRefused(issuePasswordLink(unitAdmin, { userId: district().clerk(1).actor.userId, unitId }), 'not_found');
  });
});

describe('the first set-up', () => {
  const given = { governmentName: '示例区人民政府', username: 'first', name: '赵六', password };

  async function anEmptyInstallation(): Promise<{ store: Store; secret: string; context: CommandContext; remove: () => Promise<void> }> {
    const { store, remove } = await freshSqliteStore();
    const { secret, tokenHash } = newOneTimeSecret();
    const now = new Date('2026-01-05T02:00:00Z');
    const context = { store, actor: anonymous, now: () => now, newId: randomUUID, requestId: 'a-test', ip: null, overlay: null };
    await store.tx((tx) =>
      insertOneTimeLink(tx, {
        tokenHash,
        purpose: 'first_admin',
        userId: null,
        expiresAt: new Date(now.getTime() + linkLifetimeMs),
        usedAt: null,
      }),
    );
    expect(await findOneTimeLink(store.read, secret)).toBeNull();
    return { store, secret, context, remove };
  }

  it('names the government and makes the first administrator, once, even when asked for 5 times at once', async () => {
    const { store, secret, context, remove } = await anEmptyInstallation();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 5 }, (_, index) => setUp(context, { ...given, username: `first${index}`, secret })),
    );
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    expect([await countPeople(store.read), (await listUnits(store.read)).map((unit) => unit.name)]).toEqual([1, ['示例区人民政府']]);
    const again = setUp(context, { ...given, secret });
    await expectRefused(again, 'invalid');
    await remove();
  });

  it('is refused with a wrong link, a weak password or without names, and leaves nothing behind', async () => {
    const { store, secret, context, remove } = await anEmptyInstallation();
    for (const bad of [
      { secret: 'some other secret' },
      { password: 'short' },
      { username: 'no spaces allowed' },
      { name: ' ' },
      { governmentName: '' },
    ])
      expect(await kindsOf(store, () => expectRefused(setUp(context, { ...given, secret, ...bad }), 'invalid'))).toEqual(['refused']);
    expect([await countPeople(store.read), await listUnits(store.read)]).toEqual([0, []]);
    await setUp(context, { ...given, secret });
    await remove();
  });
});
