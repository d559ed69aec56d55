import { RateLimiterMemory } from 'rate-limiter-flexible';
import { describe, expect, it } from 'vitest';
import { findSession, updatePerson } from '@/db/store';
import { inADistrict } from '../testing/in-a-district';
import { eventsOf } from '../testing/log-of';
import { expectRefused } from '../testing/refusal-of';
import { hashPassword } from './passwords';
import { anonymous, signIn, signInLimits, signOut } from './sign-in';

const password = 'Xiangyang#2026';

describe('signing in', () => {
  const district = inADistrict();
  const context = (ip: string | null = '10.0.0.9') => ({ ...district().admin, actor: anonymous, ip });
  const givePassword = async () => {
    const passwordHash = await hashPassword(password);
    await district().store.tx((tx) => updatePerson(tx, district().clerk().actor.userId, { passwordHash }));
  };

  it('starts a session of its own each time, and says so in the log', async () => {
    await givePassword();
    const events = await eventsOf(district().store, async () => {
      const [one, two] = [
        await signIn(context(), signInLimits(), { username: ' Clerk0 ', password }),
        await signIn(context(), signInLimits(), { username: 'clerk0', password }),
      ];
      expect(one.sid).not.toBe(two.sid);
      expect((await findSession(district().store.read, one.sid))?.userId).toBe(district().clerk().actor.userId);
    });
    expect(events.map((event) => [event.kind, event.actorName, event.ip])).toEqual([
      ['session.started', district().clerk().actor.name, '10.0.0.9'],
      ['session.started', district().clerk().actor.name, '10.0.0.9'],
    ]);
  });

  it('T30: says the same of a wrong password, an unknown name, a disabled person and one without a password', async () => {
    await givePassword();
    const tries = [
      { username: 'clerk0', password: 'wrong' },
      { username: 'nobody', password },
      { username: 'clerk1', password: '' },
    ];
    const refusals = [];
    for (const one of tries) refusals.push(await expectRefused(signIn(context(), signInLimits(), one), 'not_signed_in'));
    await district().store.tx((tx) => updatePerson(tx, district().clerk().actor.userId, { isActive: false }));
    refusals.push(await expectRefused(signIn(context(), signInLimits(), { username: 'clerk0', password }), 'not_signed_in'));
    expect(new Set(refusals.map((refused) => refused.sentence.zh)).size).toBe(1);
  });

  it('T30: checks at most 5 passwords of an account in a quarter of an hour, also when 30 come at once', async () => {
    await givePassword();
    const limits = signInLimits();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 30 }, (_, index) =>
        signIn(context(`10.0.0.${index}`), limits, { username: 'clerk0', password: `wrong ${index}` }),
      ),
    );
    const codes = outcomes.map((outcome) => (outcome.status === 'rejected' ? (outcome.reason as { code: string }).code : 'ok'));
    expect(codes.filter((code) => code === 'not_signed_in')).toHaveLength(5);
    expect(codes.filter((code) => code === 'too_many')).toHaveLength(25);
    await expectRefused(signIn(context(), limits, { username: 'clerk0', password }), 'too_many');
    await expectRefused(signIn(context(), limits, { username: 'CLERK0', password }), 'too_many');
  });

  it('T30: forgets the failures of an account with its first success', async () => {
    await givePassword();
    const limits = signInLimits();
    for (let round = 0; round < 3; round += 1) {
      for (let failure = 0; failure < 4; failure += 1)
        await expectRefused(signIn(context(), limits, { username: 'clerk0', password: 'wrong' }), 'not_signed_in');
      await signIn(context(), limits, { username: 'clerk0', password });
    }
  });

  it('T30: checks only so many failures from one address; successes and an unknown address do not count', async () => {
    await givePassword();
    expect(signInLimits().byAddress.points).toBe(40);
    const limits = { ...signInLimits(), byAddress: new RateLimiterMemory({ points: 4, duration: 900 }) };
    const failAs = (username: string, ip: string | null) =>
      signIn(context(ip), limits, { username, password: 'wrong' }).catch((error: { code: string }) => error.code);
    const codes = [];
    for (const name of ['a', 'b', 'c']) codes.push(await failAs(name, '10.0.0.1'));
    for (let index = 0; index < 3; index += 1) await signIn(context('10.0.0.1'), limits, { username: 'clerk0', password });
    for (const name of ['d', 'e']) codes.push(await failAs(name, '10.0.0.1'));
    expect(codes).toEqual(['not_signed_in', 'not_signed_in', 'not_signed_in', 'not_signed_in', 'too_many']);
    await signIn(context('10.0.0.2'), limits, { username: 'clerk0', password });
    for (const name of ['g', 'h', 'i', 'j', 'k']) expect(await failAs(name, null)).toBe('not_signed_in');
  });

  it('records every refusal once, under the name that was tried', async () => {
    const events = await eventsOf(district().store, () =>
      signIn(context(), signInLimits(), { username: 'nobody', password: 'Geheim#2026' }),
    );
    expect(events).toMatchObject([
      { kind: 'refused', objectType: 'session', objectId: 'nobody', payload: { act: 'session.start', code: 'not_signed_in' } },
    ]);
    expect(JSON.stringify(events)).not.toContain('Geheim');
  });

  it('ends in the name of whose session it was, and leaves an unknown session alone', async () => {
    await givePassword();
    const { sid } = await signIn(context(), signInLimits(), { username: 'clerk0', password });
    const events = await eventsOf(district().store, () => signOut(context(), sid));
    expect(events).toMatchObject([
      { kind: 'session.ended', actorId: district().clerk().actor.userId, actorName: district().clerk().actor.name },
    ]);
    expect(JSON.stringify(events)).not.toContain(sid);
    expect(await eventsOf(district().store, () => signOut(context(), sid))).toEqual([]);
    expect(await eventsOf(district().store, () => signOut(context(), 'no such session'))).toEqual([]);
  });
});
