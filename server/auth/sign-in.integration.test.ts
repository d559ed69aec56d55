import { beforeEach, describe, expect, it } from 'vitest';
import { findSession, insertSecondFactor, updatePerson } from '@/db/store';
import type { Actor } from '@/server/views/access';
import { loadFailedTries } from '@/server/views/failed-tries';
import { inADistrict } from '../testing/in-a-district';
import { eventsOf, kindsOf } from '../testing/log-of';
import { expectRefused } from '../testing/refusal-of';
import { confirmPerson } from './confirm-person';
import type { Source } from './guesses';
import { hashPassword } from './passwords';
import { recordedInAnHour } from './recorded-refusals';
import { anonymous, signIn, signOut } from './sign-in';

const password = 'Xiangyang#2026';
const minute = 60_000;

describe('signing in', () => {
  const district = inADistrict();
  let passedMs = 0;
  beforeEach(() => {
    passedMs = 0;
  });
  const now = () => new Date(district().admin.now().getTime() + passedMs);
  const context = (ip: string | null = '10.0.0.9') => ({ ...district().admin, actor: anonymous, ip, now });
  const from = (address: string | null, device: string | null = null): Source => ({ address, device });
  const home = from('10.0.0.9');
  const givePassword = async () => {
    const passwordHash = await hashPassword(password);
    await district().store.tx((tx) => updatePerson(tx, district().clerk().actor.userId, { passwordHash }));
  };
  /** How a try ends: `ok` or the code of the refusal. */
  const attempt = (source: Source, typed = 'wrong', username = 'clerk0') =>
    signIn(context(source.address), source, { username, password: typed }).then(
      () => 'ok',
      (error: { code: string }) => error.code,
    );
  const attempts = async (times: number, source: (index: number) => Source, username?: string) => {
    const codes: string[] = [];
    for (let index = 0; index < times; index += 1) codes.push(await attempt(source(index), 'wrong', username));
    return codes;
  };
  const checked = (codes: readonly string[]) => codes.filter((code) => code !== 'too_many').length;

  it('starts a session of its own each time, and says so in the log', async () => {
    await givePassword();
    const events = await eventsOf(district().store, async () => {
      const [one, two] = [
        await signIn(context(), home, { username: ' Clerk0 ', password }),
        await signIn(context(), home, { username: 'clerk0', password }),
      ];
      expect(one.sid).not.toBe(two.sid);
      expect((await findSession(district().store.read, one.sid))?.userId).toBe(district().clerk().actor.userId);
    });
    expect(events.map((event) => [event.kind, event.actorName, event.ip])).toEqual([
      ['session.started', district().clerk().actor.name, '10.0.0.9'],
      ['session.started', district().clerk().actor.name, '10.0.0.9'],
    ]);
  });

  it('tells a person of wrong passwords at their name since they signed in the time before, by number and places and no address', async () => {
    await givePassword();
    const then = async (ms: number) => {
      passedMs += ms;
    };
    const signedIn = async () => {
      await then(minute);
      const { sid } = await signIn(context(), home, { username: 'clerk0', password });
      return { ...district().clerk().actor, sessionId: sid };
    };
    const told = async (actor: Actor) => loadFailedTries(district().store.read, actor);
    await attempts(3, (index) => from(`10.0.0.${index}`));
    const first = await signedIn();
    expect(await told(first)).toMatchObject({ count: 3, isAtLeast: false, sources: 3, since: null });
    expect(JSON.stringify(await told(first))).not.toContain('10.0.0');
    await attempts(2, () => from('10.0.0.7'));
    expect(await told(first)).toMatchObject({ count: 5, sources: 4 });
    const second = await signedIn();
    expect(await told(second)).toMatchObject({ count: 2, sources: 1, since: expect.stringMatching(/^20/) });
    const third = await signedIn();
    expect(await told(third)).toBeNull();
    const wrong = (actor: Actor) =>
      confirmPerson({ ...context(), actor }, { isOneClick: false }, { act: 'report.finalise', password: 'wrong' });
    await expectRefused(wrong(third), 'invalid');
    expect(await told(third)).toBeNull();
    await expectRefused(wrong(second), 'invalid');
    expect(await told(third)).toMatchObject({ count: 1 });
  });

  it('T30: says the same of a wrong password, an unknown name, a disabled person and one without a password', async () => {
    await givePassword();
    const tries = [
      { username: 'clerk0', password: 'wrong' },
      { username: 'nobody', password },
      { username: 'clerk1', password: '' },
    ];
    const refusals = [];
    for (const one of tries) refusals.push(await expectRefused(signIn(context(), home, one), 'not_signed_in'));
    await district().store.tx((tx) => updatePerson(tx, district().clerk().actor.userId, { isActive: false }));
    refusals.push(await expectRefused(signIn(context(), home, { username: 'clerk0', password }), 'not_signed_in'));
    expect(new Set(refusals.map((refused) => refused.sentence.zh)).size).toBe(1);
  });

  it('T30: looks at 5 passwords of an account from one source, also when 30 come at once, whatever the case of the name', async () => {
    await givePassword();
    const codes = await Promise.all(Array.from({ length: 30 }, (_, index) => attempt(home, `wrong ${index}`)));
    expect(checked(codes)).toBe(5);
    expect([await attempt(home, password), await attempt(home, password, 'CLERK0')]).toEqual(['too_many', 'too_many']);
  });

  it('T30: then says how long to wait, which grows: 15, 30 and 60 minutes', async () => {
    await givePassword();
    await attempts(5, () => home);
    for (const minutes of [15, 30, 60, 60]) {
      const refused = await expectRefused(signIn(context(), home, { username: 'clerk0', password }), 'too_many');
      expect([refused.details, refused.sentence.zh]).toEqual([
        { retryAfterSeconds: minutes * 60 },
        `这个账号输错密码的次数过多，请 ${minutes} 分钟后再试，或联系管理员解除。`,
      ]);
      passedMs += minutes * minute - 1000;
      const last = await expectRefused(signIn(context(), home, { username: 'clerk0', password }), 'too_many');
      expect(last.sentence.en).toContain('Try again in 1 second,');
      passedMs += 1000;
      expect(await attempt(home)).toBe('not_signed_in');
    }
    passedMs += 60 * minute;
    expect(await attempt(home, password)).toBe('ok');
  });

  it('T30: says so of an account that does not exist as well', async () => {
    await givePassword();
    await attempts(5, () => home);
    await attempts(5, () => home, 'nobody');
    const refusals = [];
    for (const username of ['clerk0', 'nobody'])
      refusals.push(await expectRefused(signIn(context(), home, { username, password }), 'too_many'));
    expect(refusals[0]?.sentence).toEqual(refusals[1]?.sentence);
  });

  it('T30: forgets the failures of a source with its first success', async () => {
    await givePassword();
    for (let round = 0; round < 3; round += 1) {
      expect(await attempts(4, () => home)).not.toContain('too_many');
      expect(await attempt(home, password)).toBe('ok');
    }
  });

  it('five wrong guesses from one source stop nobody at another', async () => {
    await givePassword();
    await attempts(20, () => from('10.0.0.66'));
    expect(await attempt(from('10.0.0.7'), password)).toBe('ok');
  });

  it('V6 6.1.1: forty wrong guesses at forty names from one address stop nobody at that address', async () => {
    await givePassword();
    const office = from('10.0.0.1');
    for (let index = 0; index < 40; index += 1) await attempt(office, 'wrong', `name-${index}`);
    expect(await attempt(office, password)).toBe('ok');
  });

  it('T30: over all new sources 10 are looked at, then one after each growing wait, at most 16 in an hour; a success does not begin anew', async () => {
    await givePassword();
    expect(checked(await attempts(20, (index) => from(`10.0.1.${index}`)))).toBe(10);
    expect(await attempt(from('10.0.0.7'), password)).toBe('too_many');
    let more = 0;
    for (; passedMs < 60 * minute; passedMs += 30_000) more += checked([await attempt(from(`10.2.0.${passedMs / 30_000}`))]);
    expect(10 + more).toBe(16);
    passedMs += 15 * minute;
    expect(await attempt(from('10.0.0.8'), password)).toBe('ok');
    expect(await attempt(from('10.3.0.1'))).toBe('not_signed_in');
    expect(await attempt(from('10.3.0.2'))).toBe('too_many');
  });

  it('V6 6.1.1: whoever signed in before, by this browser or from this address, still gets in, and what they mistype counts there alone', async () => {
    await givePassword();
    const [browser, desk] = [from('10.0.0.7', 'a'.repeat(32)), from('10.0.0.8')];
    for (const source of [browser, desk]) expect(await attempt(source, password)).toBe('ok');
    await attempts(20, (index) => from(`10.0.1.${index}`, `${index}`.padStart(32, 'b')));
    const elsewhere = { ...browser, address: '192.168.9.9' };
    expect([await attempt(browser), await attempt(elsewhere, password), await attempt(desk, password)]).toEqual([
      'not_signed_in',
      'ok',
      'ok',
    ]);
    // Guesses by a colleague behind the same address stop a new browser there, and not the one that is known.
    await attempts(6, () => from('10.0.0.8'));
    expect([await attempt(desk, password), await attempt(from('10.0.0.8', browser.device), password)]).toEqual(['too_many', 'ok']);
    expect(checked(await attempts(9, () => browser))).toBe(5);
  });

  it('a browser is known for the accounts it signed in to, and for no other', async () => {
    await givePassword();
    const passwordHash = await hashPassword(password);
    await district().store.tx((tx) => updatePerson(tx, district().clerk(1).actor.userId, { passwordHash }));
    const browser = from('10.0.0.7', 'a'.repeat(32));
    expect(await attempt(browser, password, 'clerk1')).toBe('ok');
    await attempts(20, (index) => from(`10.0.1.${index}`));
    expect(await attempt(browser, password)).toBe('too_many');
  });

  it('an address that cannot be known is not counted: five tries of all who come so, then the short waits', async () => {
    await givePassword();
    expect(checked(await attempts(20, () => from(null)))).toBe(5);
    const refused = await expectRefused(signIn(context(null), from(null), { username: 'clerk0', password }), 'too_many');
    expect(refused.details).toEqual({ retryAfterSeconds: 60 });
    expect(await attempt(from('10.0.0.7'), password)).toBe('ok');
    passedMs += minute;
    expect(await attempt(from(null), password)).toBe('ok');
    for (let index = 0; index < 40; index += 1) await attempt(from(null), 'wrong', `name-${index}`);
    expect(await attempt(from(null), password)).toBe('ok');
  });

  it('what is counted outlives a restart and is shared, because it is in the store; what is forgotten is cleared away', async () => {
    const places = () => district().store.read.db.$count(district().store.read.t.guessCounts);
    for (let index = 0; index < 20; index += 1) await attempt(home, 'wrong', `name-${index}`);
    expect(await places()).toBeGreaterThan(40);
    passedMs += 60 * minute;
    await attempt(home, 'wrong', 'one more');
    expect(await places()).toBeLessThan(5);
  });

  it.each([
    ['set anew', { passwordHash: 'another' }],
    ['of a person who is disabled', { isActive: false }],
  ])('starts no session by a password that is %s while it is looked at, nor half of one', async (_, change) => {
    await givePassword();
    const { store } = district();
    const { userId } = district().clerk().actor;
    for (const sealedSecret of [null, 'sealed']) {
      let done = 0;
      // The try is counted in the first transaction, the password looked at after it.
      const slow: typeof store = {
        ...store,
        tx: async (work) => {
          done += 1;
          if (done === 2) await store.tx((tx) => updatePerson(tx, userId, change));
          return store.tx(work);
        },
      };
      if (sealedSecret) await store.tx((tx) => insertSecondFactor(tx, { userId, sealedSecret, lastStep: 1, setAt: now() }));
      await expectRefused(signIn({ ...context(), store: slow }, home, { username: 'clerk0', password }), 'not_signed_in');
      await givePassword();
      await store.tx((tx) => updatePerson(tx, userId, { isActive: true }));
    }
    expect(await store.read.db.$count(store.read.t.halfwaySignIns)).toBe(0);
  });

  it('records every refusal once, under the name that was tried', async () => {
    const events = await eventsOf(district().store, () => signIn(context(), home, { username: 'nobody', password: 'Geheim#2026' }));
    expect(events).toMatchObject([
      { kind: 'refused', objectType: 'session', objectId: 'nobody', payload: { act: 'session.start', code: 'not_signed_in' } },
    ]);
    expect(JSON.stringify(events)).not.toContain('Geheim');
  });

  it('records when an account begins to be held off, once for each wait', async () => {
    await givePassword();
    const kinds = await kindsOf(district().store, () => attempts(8, () => home));
    expect(kinds.filter((kind) => kind === 'session.held_off')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'refused')).toHaveLength(8);
    passedMs += 15 * minute;
    const [held] = await eventsOf(district().store, () => attempt(home));
    expect(held).toMatchObject({
      kind: 'session.held_off',
      objectId: 'clerk0',
      payload: { username: 'clerk0', by: 'source', until: new Date(now().getTime() + 30 * minute).toISOString() },
    });
  });

  it('the log does not grow with every guess: of one address a hundred in an hour, and what befalls an account all the same', async () => {
    await givePassword();
    const limit = recordedInAnHour.oneSource;
    const kinds = await kindsOf(district().store, async () => {
      for (let index = 0; index < limit + 20; index += 1) await attempt(home, 'wrong', 'nobody');
      await attempts(5, () => home);
    });
    expect(kinds.filter((kind) => kind === 'refused')).toHaveLength(limit);
    expect(kinds.filter((kind) => kind === 'session.refusals_not_recorded')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'session.held_off')).toHaveLength(2);
    expect(await kindsOf(district().store, () => attempt(from('10.0.0.7')))).toEqual(['refused']);
    passedMs += 60 * minute;
    expect(await kindsOf(district().store, () => attempt(home, 'wrong', 'nobody'))).toContain('refused');
  });

  it('ends in the name of whose session it was, and leaves an unknown session alone', async () => {
    await givePassword();
    const { sid } = await signIn(context(), home, { username: 'clerk0', password });
    const events = await eventsOf(district().store, () => signOut(context(), sid));
    expect(events).toMatchObject([
      { kind: 'session.ended', actorId: district().clerk().actor.userId, actorName: district().clerk().actor.name },
    ]);
    expect(JSON.stringify(events)).not.toContain(sid);
    expect(await eventsOf(district().store, () => signOut(context(), sid))).toEqual([]);
    expect(await eventsOf(district().store, () => signOut(context(), 'no such session'))).toEqual([]);
  });
});
