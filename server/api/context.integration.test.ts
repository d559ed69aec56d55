import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { dropSecondFactor, findSession, insertSecondFactor, insertSession, touchSession, writePassword, writeSetting } from '@/db/store';
import { actorNow } from '@/server/auth/actor-now';
import { endWhatIsOver } from '@/server/auth/end-what-is-over';
import { nowhere } from '@/server/auth/guesses';
import { anonymous, signOut } from '@/server/auth/sign-in';
import { setPasswordProfile } from '@/server/commands/account/set-password-profile';
import { setSecondFactorPolicy } from '@/server/commands/account/set-second-factor-policy';
import { createPerson } from '@/server/commands/office/create-person';
import { endPost } from '@/server/commands/office/end-post';
import { givePost } from '@/server/commands/office/give-post';
import { issuePasswordLink } from '@/server/commands/office/issue-password-link';
import { setPassword } from '@/server/commands/office/set-password';
import { setPersonActive } from '@/server/commands/office/set-person-active';
import { readEnv } from '@/server/env';
import { inADistrict } from '../testing/in-a-district';
import { sealedCookie } from '../testing/sealed-cookie';
import { createContext } from './context';
import { createCaller } from './root';

const secret = 'a-secret-of-at-least-thirty-two-characters';
const minutes = 60_000;

describe('who is asking', () => {
  const district = inADistrict();
  const start = () => district().admin.now();
  const later = (ms: number) => () => new Date(start().getTime() + ms);

  async function aSession(userId = district().clerk().actor.userId): Promise<{ sid: string; cookie: string }> {
    const sid = randomUUID();
    await district().store.tx((tx) => insertSession(tx, { id: sid, userId, at: start() }));
    return { sid, cookie: await sealedCookie(sid, secret) };
  }
  const context = (headers: Record<string, string>, now = start) =>
    createContext({ store: district().store, env: readEnv({}), secret, isDemonstration: false, overlay: null, now }, headers, '10.0.0.9');
  const actor = async (cookie: string, now?: () => Date) => (await context({ cookie }, now)).actor;
  const tasks = async (cookie: string) => createCaller(await context({ cookie })).filing.tasks();

  it('is the person of the session row, with the posts held now', async () => {
    const { sid, cookie } = await aSession();
    expect(await actor(`theme=dark; ${cookie}; other=1`)).toMatchObject({
      userId: district().clerk().actor.userId,
      sessionId: sid,
      posts: [{ role: 'clerk', unitId: district().unitIds[0] }],
    });
  });

  it('T11: is nobody any more once the session was over, whatever the clock says afterwards', async () => {
    const day = 24 * 60 * minutes;
    const [asked, swept, live] = [await aSession(), await aSession(), await aSession()];
    expect(await actor(asked.cookie, later(31 * minutes))).toBeNull();
    expect(await actor(asked.cookie, later(10 * minutes))).toBeNull();
    await district().store.tx((tx) => touchSession(tx, live.sid, later(31 * minutes)()));
    await endWhatIsOver(district().store, later(31 * minutes)());
    expect(await actor(swept.cookie, later(10 * minutes))).toBeNull();
    expect((await actor(live.cookie, later(32 * minutes)))?.sessionId).toBe(live.sid);
    expect(await actor(live.cookie, later(-day))).toBeNull();
    expect(await actor(live.cookie, later(32 * minutes))).toBeNull();
  });

  it('T11: is nobody any more also where what nobody confirmed cannot lapse, and that is told', async () => {
    const { sid } = await aSession();
    const { store } = district();
    const answers = [store.tx, () => Promise.reject(new Error('it does not lapse'))];
    const half: typeof store = { ...store, tx: (work, scope) => (answers.shift() ?? store.tx)(work, scope) };
    await expect(endWhatIsOver(half, later(31 * minutes)())).rejects.toThrow('it does not lapse');
    expect((await findSession(store.read, sid))?.endedAt).toEqual(later(31 * minutes)());
  });

  it('is asked again at the end of long work with the same posts: an administrator of a divided office is no more than that', async () => {
    const { admin, store } = district();
    await store.tx((tx) => writeSetting(tx, 'threeRoles', true));
    const { cookie } = await aSession(admin.actor.userId);
    const asking = await actor(cookie);
    expect(asking?.posts).toMatchObject([{ role: 'admin', isDivided: true }]);
    expect(asking && (await actorNow(store.read, asking, start())).posts).toEqual(asking?.posts);
  });

  it('T11: is let in by no link again whose time was over', async () => {
    const { admin, store, clerk } = district();
    const { secret: link } = await issuePasswordLink(admin, { userId: clerk().actor.userId, unitId: district().unitIds[0] ?? '' });
    const weekLater = later(8 * 24 * 60 * minutes);
    await endWhatIsOver(store, weekLater());
    await expect(setPassword({ ...admin, actor: anonymous }, { secret: link, password: 'Xiangyang#2026', from: nowhere })).rejects.toThrow(
      /已使用或已过期/,
    );
  });

  it('is read from a cookie that was split in two', async () => {
    const { sid, cookie } = await aSession();
    const value = cookie.slice(cookie.indexOf('=') + 1);
    const split = `next-auth.session-token.0=${value.slice(0, 50)}; next-auth.session-token.1=${value.slice(50)}`;
    expect((await actor(split))?.sessionId).toBe(sid);
  });

  it('T32: is read under https from the cookie that this address alone can have set, and from no other', async () => {
    const { sid, cookie } = await aSession();
    const seen = async (given: string) => {
      const parts = {
        store: district().store,
        env: readEnv({}),
        secret,
        isSecure: true,
        isDemonstration: false,
        overlay: null,
        now: start,
      };
      return (await createContext(parts, { cookie: given }, null)).actor?.sessionId ?? null;
    };
    expect(await seen(await sealedCookie(sid, secret, '__Host-next-auth.session-token'))).toBe(sid);
    expect([await seen(cookie), await seen(await sealedCookie(sid, secret, '__Secure-next-auth.session-token'))]).toEqual([null, null]);
  });

  it('T34: sees to the account and nothing else in a session that began with a password of more than ninety days', async () => {
    const { userId } = district().clerk().actor;
    const set = { id: randomUUID(), passwordHash: 'argon2', setAt: start(), keep: 5 };
    await district().store.tx((tx) => writePassword(tx, userId, set));
    const before = await aSession();
    const day = 24 * 60 * minutes;
    const open = async (days: number) => {
      const sid = randomUUID();
      await district().store.tx((tx) => insertSession(tx, { id: sid, userId, at: later(days * day)() }));
      return createCaller(await context({ cookie: await sealedCookie(sid, secret) }, later(days * day)));
    };
    expect(await (await open(90)).filing.tasks()).toHaveLength(1);
    const late = await open(91);
    await expect(late.filing.tasks()).rejects.toMatchObject({ code: 'FORBIDDEN', cause: { code: 'password_too_old' } });
    expect([(await late.person.me())?.hasOldPassword, (await late.account.page()).hasOldPassword]).toEqual([true, true]);
    expect((await actor(before.cookie))?.hasOldPassword).toBeUndefined();
    await setPasswordProfile(district().admin, { profile: 'asvs', seen: 'dengbao' });
    expect(await (await open(91)).filing.tasks()).toHaveLength(1);
  });

  it('V6 6.3: sees to the account and nothing else, from the next request on, where the office asks a second factor of their post and they have none', async () => {
    const { admin, reviewer, clerk, store } = district();
    const open = async ({ actor: { userId } }: { actor: { userId: string } }, byPassword = true) => {
      const sid = randomUUID();
      await store.tx((tx) => insertSession(tx, { id: sid, userId, at: start(), byPassword }));
      const cookie = await sealedCookie(sid, secret);
      return async () => createCaller(await context({ cookie }));
    };
    const ofReviewer = await open(reviewer);
    const others = [await open(clerk()), await open(reviewer, false)];
    expect(await (await ofReviewer()).review.queue()).toBeDefined();
    const factor = { userId: admin.actor.userId, sealedSecret: 'sealed', lastStep: 0, setAt: start() };
    await store.tx((tx) => insertSecondFactor(tx, factor));
    await setSecondFactorPolicy(admin, { policy: 'admins', seen: 'nobody' });
    expect(await (await ofReviewer()).review.queue()).toBeDefined();
    await setSecondFactorPolicy(admin, { policy: 'admins_and_reviewers', seen: 'admins' });
    await expect((await ofReviewer()).review.queue()).rejects.toMatchObject({
      code: 'FORBIDDEN',
      cause: { code: 'second_factor_missing' },
    });
    const page = await (await ofReviewer()).account.page();
    expect([(await (await ofReviewer()).person.me())?.lacksSecondFactor, page.lacksSecondFactor, page.secondFactor]).toEqual([
      true,
      true,
      { isAsked: true, setAt: null, recoveryCodesLeft: 0 },
    ]);
    // Neither a clerk, nor whoever came by another door than the password.
    for (const other of others) expect((await (await other()).person.me())?.lacksSecondFactor).toBe(false);
    await store.tx((tx) => insertSecondFactor(tx, { userId: reviewer.actor.userId, sealedSecret: 'sealed', lastStep: 0, setAt: start() }));
    expect(await (await ofReviewer()).review.queue()).toBeDefined();
  });

  it('of whom it is asked is set by whoever manages the people of the whole office', async () => {
    await expect(setSecondFactorPolicy(district().reviewer, { policy: 'admins', seen: 'nobody' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    // Who asks it of others has one, or nobody gets in where no code of anybody's fits; what was asked already is taken back by whoever may.
    const setOf = (policy: 'admins' | 'nobody', seen: 'admins' | 'nobody') => setSecondFactorPolicy(district().admin, { policy, seen });
    await expect(setOf('admins', 'nobody')).rejects.toMatchObject({ code: 'invalid' });
    const { userId } = district().admin.actor;
    const factor = { userId, sealedSecret: 'sealed', lastStep: 0, setAt: start() };
    await district().store.tx((tx) => insertSecondFactor(tx, factor));
    await setOf('admins', 'nobody');
    await district().store.tx((tx) => dropSecondFactor(tx, userId));
    await setOf('nobody', 'admins');
    await district().store.tx((tx) => insertSecondFactor(tx, factor));
    await setOf('admins', 'nobody');
    await expect(setSecondFactorPolicy(district().admin, { policy: 'nobody', seen: 'admins_and_reviewers' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('is read among cookies of others, whatever stands in them; of two sessions the first counts', async () => {
    const { sid, cookie } = await aSession();
    const other = await aSession();
    for (const beside of ['theme=%E0%A4%A; lone', '=;;', '__proto__=x; constructor=y', 'a="b=c"'])
      expect([beside, (await actor(`${beside}; ${cookie}`))?.sessionId]).toEqual([beside, sid]);
    expect((await actor(`${cookie}; ${other.cookie}`))?.sessionId).toBe(sid);
  });

  it.each([
    ['no cookie', () => ''],
    ['a cookie of another site', () => 'session=abc'],
    ['a cookie that is no seal', () => 'next-auth.session-token=abc'],
    ['a header that is no cookie', () => ';;=;next-auth.session-token'],
    ['a session that never was', () => sealedCookie('no such session', secret)],
  ])('is nobody with %s', async (_, cookie) => {
    expect(await actor(await cookie())).toBeNull();
  });

  it('is nobody with a cookie sealed by another key, also after the right key has opened it', async () => {
    const { cookie } = await aSession();
    expect(await actor(cookie)).not.toBeNull();
    const other = await createContext(
      {
        store: district().store,
        env: readEnv({}),
        secret: `${secret}!`,
        isDemonstration: false,
        overlay: null,
        now: start,
      },
      { cookie },
      null,
    );
    expect(other.actor).toBeNull();
    expect(await actor(cookie)).not.toBeNull();
  });

  it('T31: is nobody after half an hour without an act, and twelve hours after signing in', async () => {
    const { cookie } = await aSession();
    expect(await actor(cookie, later(29 * minutes))).not.toBeNull();
    expect(await actor(cookie, later(58 * minutes))).not.toBeNull();
    expect(await actor(cookie, later(89 * minutes))).toBeNull();
    const busy = await aSession();
    for (let at = 25; at <= 720; at += 25) expect([at, (await actor(busy.cookie, later(at * minutes))) !== null]).toEqual([at, true]);
    expect(await actor(busy.cookie, later(721 * minutes))).toBeNull();
  });

  it('T31: is nobody once signed out, and a replayed cookie changes nothing', async () => {
    const { sid, cookie } = await aSession();
    await signOut({ ...district().admin, actor: anonymous }, sid);
    expect([await actor(cookie), (await findSession(district().store.read, sid))?.endedAt]).toEqual([null, start()]);
    expect(await actor(cookie, later(1))).toBeNull();
  });

  it('T26: is nobody on the next request after being disabled, on all devices, and again after being enabled', async () => {
    const devices = [await aSession(), await aSession()];
    for (const { cookie } of devices) expect(await tasks(cookie)).toHaveLength(1);
    const { userId } = district().clerk().actor;
    const leaving = { isActive: false, leaveOpen: true, reason: '账号被盗用，先停用，工作由办公室接续' };
    await setPersonActive(district().admin, { userId, unitId: district().rootId, ...leaving });
    for (const { cookie } of devices) await expect(tasks(cookie)).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
    await setPersonActive(district().admin, { userId, unitId: district().rootId, isActive: true });
    for (const { cookie } of devices) expect(await actor(cookie)).toBeNull();
  });

  it('T26: loses what a post gave on the next request after it ends, and sees the new unit after a move', async () => {
    const { cookie } = await aSession();
    const filing = await district().filing();
    const form = async (filingId: string) => createCaller(await context({ cookie })).filing.form({ filingId });
    expect((await form(filing.id)).verdicts['filing.edit']).toBe('allowed');
    const [post] = district().clerk().actor.posts;
    await endPost(district().admin, { postId: post?.id ?? '', leaveOpen: true, reason: '岗位撤销，工作由办公室接续' });
    await expect(form(filing.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const other = await district().filing(1);
    await givePost(district().admin, { userId: district().clerk().actor.userId, unitId: other.unitId, role: 'clerk' });
    expect((await form(other.id)).unitName).toBe('示例区2局');
    await expect(form(filing.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('T26: is nobody on every device after a new password', async () => {
    const { userId } = await createPerson(district().admin, {
      username: 'wangwu',
      name: '王五',
      unitId: district().unitIds[0] ?? '',
      role: 'clerk',
    });
    const { cookie } = await aSession(userId);
    const link = await issuePasswordLink(district().admin, { userId, unitId: district().rootId });
    expect(await actor(cookie)).not.toBeNull();
    await setPassword({ ...district().admin, actor: anonymous }, { secret: link.secret, password: 'Xiangyang#2026', from: nowhere });
    expect(await actor(cookie)).toBeNull();
  });

  it('takes the number that the process has given a request only when it looks like one, and makes its own otherwise', async () => {
    const idOf = async (given: string) => (await context({ 'x-nianbao-request': given })).command.requestId;
    expect(await idOf('abcdef-123456')).toBe('abcdef-123456');
    expect(await idOf('x\r\nSet-Cookie: a=b')).toMatch(/^[0-9a-f-]{36}$/);
  });
});
