import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { findPersonByUsername, findSession, insertSession, updatePerson } from '@/db/store';
import { hashPassword, verifyPassword } from '@/server/auth/passwords';
import { absoluteLimitMs } from '@/server/auth/session-limits';
import { loadAccountPage } from '@/server/queries/account';
import { inADistrict } from '../../testing/in-a-district';
import { eventsOf } from '../../testing/log-of';
import { expectRefused } from '../../testing/refusal-of';
import type { CommandContext } from '../command';
import { changePassword } from './change-password';
import { endOtherSessions, endOwnSession } from './end-sessions';
import { setPasswordProfile } from './set-password-profile';

const password = 'Kafei-3-bei-cha';
const newPassword = 'huangHe7liangAn';

describe('a person sees to their own account', () => {
  const district = inADistrict();
  let here: CommandContext;
  let elsewhere: string;
  const door = { isOneClick: false };
  const signedIn = async (ms = 0) => {
    const id = randomUUID();
    const { userId } = district().clerk().actor;
    await district().store.tx((tx) =>
      insertSession(tx, { id, userId, at: new Date(district().admin.now().getTime() + ms), ip: '10.0.0.9', agent: 'Firefox/128' }),
    );
    return id;
  };
  const isOpen = async (id: string) => (await findSession(district().store.read, id))?.endedAt === null;
  const stored = () => findPersonByUsername(district().store.read, 'clerk0');

  beforeEach(async () => {
    const passwordHash = await hashPassword(password);
    await district().store.tx((tx) => updatePerson(tx, district().clerk().actor.userId, { passwordHash }));
    const sessionId = await signedIn();
    here = { ...district().clerk(), actor: { ...district().clerk().actor, sessionId } };
    elsewhere = await signedIn();
  });

  it('T26: another password, by the one they have; every other session ends, and the log says so without a word of it', async () => {
    const events = await eventsOf(district().store, () => changePassword(here, door, { password, newPassword }));
    expect(events.map((event) => event.kind)).toEqual(['session.confirmed', 'person.password_changed']);
    expect(JSON.stringify(events)).not.toMatch(/Kafei|huangHe/);
    expect(await verifyPassword((await stored())?.passwordHash ?? null, newPassword)).toBe(true);
    expect((await stored())?.passwordSetAt).toEqual(here.now());
    expect([await isOpen(here.actor.sessionId ?? ''), await isOpen(elsewhere)]).toEqual([true, false]);
  });

  it.each([
    ['a wrong password of now', { password: 'Kafei-4-bei-cha', newPassword }],
    ['the same again', { password, newPassword: password }],
    ['a weak one', { password, newPassword: 'Nianbao@2026' }],
  ])('T34: is refused %s, and nothing has changed', async (_, input) => {
    await expectRefused(changePassword(here, door, input), 'invalid');
    expect(await verifyPassword((await stored())?.passwordHash ?? null, password)).toBe(true);
    expect(await isOpen(elsewhere)).toBe(true);
  });

  it('has nothing to change without a password, also where one click signs in', async () => {
    await district().store.tx((tx) => updatePerson(tx, here.actor.userId, { passwordHash: null }));
    await expectRefused(changePassword(here, { ...door, isOneClick: true }, { password: '', newPassword }), 'invalid');
  });

  it('of two changes at once one is refused', async () => {
    const outcomes = await Promise.allSettled([
      changePassword(here, door, { password, newPassword }),
      changePassword(here, door, { password, newPassword: 'mulan.Shi.Hao.Tian7' }),
    ]);
    expect(outcomes.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('sees where they are signed in, without what a cookie is worth, and ends one of them', async () => {
    const of = await loadAccountPage(district().store.read, here.actor, here.now());
    expect(of.sessions.map(({ isThis, ip, agent }) => ({ isThis, ip, agent })).sort((a, b) => Number(b.isThis) - Number(a.isThis))).toEqual(
      [
        { isThis: true, ip: '10.0.0.9', agent: 'Firefox/128' },
        { isThis: false, ip: '10.0.0.9', agent: 'Firefox/128' },
      ],
    );
    expect(JSON.stringify(of)).not.toContain(elsewhere);
    const other = of.sessions.find((one) => !one.isThis);
    await endOwnSession(here, { key: other?.key ?? '' });
    expect([await isOpen(elsewhere), await isOpen(here.actor.sessionId ?? '')]).toEqual([false, true]);
    await expectRefused(endOwnSession(here, { key: other?.key ?? '' }), 'invalid');
  });

  it('ends no session of another person', async () => {
    const id = randomUUID();
    const { userId } = district().clerk(1).actor;
    await district().store.tx((tx) => insertSession(tx, { id, userId, at: here.now() }));
    const theirs = await loadAccountPage(district().store.read, district().clerk(1).actor, here.now());
    await expectRefused(endOwnSession(here, { key: theirs.sessions[0]?.key ?? '' }), 'invalid');
    await endOtherSessions(here);
    expect(await isOpen(id)).toBe(true);
  });

  it('ends all the others; those that ended by themselves are not counted', async () => {
    await signedIn(-absoluteLimitMs - 1);
    const events = await eventsOf(district().store, async () => expect(await endOtherSessions(here)).toEqual({ ended: 1 }));
    expect(events.map(({ kind, payload }) => [kind, payload])).toEqual([['session.others_ended', { count: 1 }]]);
    expect(await endOtherSessions(here)).toEqual({ ended: 0 });
  });

  it('the standard of the passwords is chosen by whoever manages the people of the whole office', async () => {
    await setPasswordProfile(district().admin, { profile: 'asvs', seen: 'dengbao' });
    await expectRefused(setPasswordProfile(district().admin, { profile: 'dengbao', seen: 'dengbao' }), 'conflict');
    await expectRefused(changePassword(here, door, { password, newPassword: 'Cha7-Shan' }), 'invalid');
    await changePassword(here, door, { password, newPassword: 'kafei san bei cha' });
    await expectRefused(setPasswordProfile(district().reviewer, { profile: 'dengbao', seen: 'asvs' }), 'forbidden');
  });
});
