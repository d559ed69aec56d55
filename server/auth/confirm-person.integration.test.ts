import { describe, expect, it } from 'vitest';
import { updatePerson } from '@/db/store';
import { readEnv } from '@/server/env';
import { createContext } from '../api/context';
import { createCaller } from '../api/root';
import { inADistrict } from '../testing/in-a-district';
import { eventsOf, kindsOf } from '../testing/log-of';
import { expectRefused } from '../testing/refusal-of';
import { sealedCookie } from '../testing/sealed-cookie';
import { type ConfirmDoor, confirmPerson, confirmsBy } from './confirm-person';
import { forgetGuesses } from './guesses';
import { hashPassword } from './passwords';
import { anonymous, signIn, startSession } from './sign-in';

const password = 'Xiangyang#2026';

describe('before an official act', () => {
  const district = inADistrict();
  const admin = () => district().admin;
  const givePassword = async () => {
    const passwordHash = await hashPassword(password);
    await district().store.tx((tx) => updatePerson(tx, admin().actor.userId, { passwordHash }));
  };
  const door = (isOneClick = false): ConfirmDoor => ({ isOneClick });
  const confirm = (typed: string, at = door()) => confirmPerson(admin(), at, { act: 'report.finalise', password: typed });

  it('V7 7.5.3: the person types the password again, and the log says for what', async () => {
    await givePassword();
    expect(await eventsOf(district().store, () => confirm(password))).toMatchObject([
      { kind: 'session.confirmed', actorId: admin().actor.userId, payload: { act: 'report.finalise' } },
    ]);
  });

  it('a wrong password does nothing but an event, which does not hold it', async () => {
    await givePassword();
    const events = await eventsOf(district().store, async () => {
      await expectRefused(confirm('Geheim#2026'), 'invalid');
    });
    expect(events).toMatchObject([{ kind: 'refused', payload: { act: 'session.confirm', code: 'invalid' } }]);
    expect(JSON.stringify(events)).not.toContain('Geheim');
  });

  it('is counted by session: five wrong, then a wait that is told; another session of the same person goes on', async () => {
    await givePassword();
    const [one, two] = ['session-one', 'session-two'].map((sessionId) => ({ ...admin(), actor: { ...admin().actor, sessionId } }));
    const confirmIn = (context: typeof one, typed: string) =>
      confirmPerson(context ?? admin(), door(), { act: 'report.finalise', password: typed });
    const kinds = await kindsOf(district().store, async () => {
      for (let failure = 0; failure < 5; failure += 1) await expectRefused(confirmIn(one, `wrong ${failure}`), 'invalid');
    });
    expect(kinds).toEqual(['refused', 'refused', 'refused', 'refused', 'session.held_off', 'refused']);
    const refused = await expectRefused(confirmIn(one, password), 'too_many');
    expect([refused.details, refused.sentence.zh]).toEqual([
      { retryAfterSeconds: 900 },
      '密码输错次数过多，没有办理。请 15 分钟后再试，或请另一位管理员解除。',
    ]);
    await confirmIn(two, password);
    // Another administrator lets the session go on.
    await district().store.tx((tx) => forgetGuesses(tx, admin().actor.username, admin().now()));
    await confirmIn(one, password);
  });

  it('T30: thirty wrong confirmations at once count thirty, and five are looked at', async () => {
    await givePassword();
    const outcomes = await Promise.allSettled(Array.from({ length: 30 }, () => confirm('wrong')));
    const codes = outcomes.map((outcome) => (outcome.status === 'rejected' ? (outcome.reason as { code: string }).code : 'ok'));
    expect([codes.filter((code) => code === 'invalid').length, codes.filter((code) => code === 'too_many').length]).toEqual([5, 25]);
  });

  it('V6 6.1.1: wrong guesses at the person’s name from elsewhere stop no official act, nor do wrong confirmations the sign-in', async () => {
    await givePassword();
    const elsewhere = { address: '10.0.0.66', device: null };
    const guess = () => signIn({ ...admin(), actor: anonymous }, elsewhere, { username: 'Admin', password: 'wrong' });
    for (let failure = 0; failure < 20; failure += 1) await expect(guess()).rejects.toThrow();
    await confirm(password);
    for (let failure = 0; failure < 6; failure += 1) await expect(confirm('wrong')).rejects.toThrow();
    await signIn(admin(), { address: '10.0.0.7', device: null }, { username: 'admin', password });
  });

  it('nobody passes without a password but at the open door of a demonstration', async () => {
    await expectRefused(confirm(''), 'invalid');
    expect([await confirmsBy(admin(), door()), await confirmsBy(admin(), door(true))]).toEqual(['password', 'one_click']);
    expect(await kindsOf(district().store, () => confirm('', door(true)))).toEqual(['session.confirmed']);
  });

  it('who has a password types it in a demonstration too', async () => {
    await givePassword();
    await expectRefused(confirm('', door(true)), 'invalid');
    await confirm(password, door(true));
  });

  const secret = 'a-secret-of-at-least-thirty-two-characters';
  it.each([
    ['a real installation', false, { host: 'localhost:3000' }, 'password'],
    ['a demonstration, at the machine', true, { host: 'localhost:3000' }, 'one_click'],
    ['a demonstration, by another name', true, { host: 'nianbao.example' }, 'password'],
    ['a demonstration, behind a proxy', true, { host: 'localhost:3000', 'x-forwarded-for': '10.0.0.7' }, 'password'],
    ['a demonstration, by a header somebody sends', true, { host: 'nianbao.example', 'x-nianbao-at-this-machine': 'yes' }, 'password'],
    ['a real installation, by that header', false, { host: 'localhost:3000', 'x-nianbao-at-this-machine': 'yes' }, 'password'],
  ] as const)('the door in %s', async (_, isDemonstration, headers, expected) => {
    const { sid } = await startSession(admin(), { id: admin().actor.userId, name: 'admin', username: 'admin' });
    const parts = {
      store: district().store,
      env: readEnv({}),
      secret,
      isDemonstration,
      overlay: null,
      now: admin().now,
    };
    const cookie = await sealedCookie(sid, secret);
    const caller = createCaller(await createContext(parts, { ...headers, cookie }, '10.0.0.9'));
    expect(await caller.person.confirmsBy()).toBe(expected);
    const key = { unitId: district().rootId, year: district().year, scope: 'consolidated' as const };
    const finalise = () => caller.report.finalise({ ...key, changeId: 'c', seenHash: '0'.repeat(64), password: '' });
    const events = await eventsOf(district().store, async () => {
      await expect(finalise()).rejects.toThrow();
    });
    expect(events.map((event) => event.kind)).toEqual(expected === 'one_click' ? ['session.confirmed', 'refused'] : ['refused']);
  });
});
