import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  dropIdentity,
  endSession,
  findIdentity,
  findSession,
  identitiesOf,
  insertSecondFactor,
  insertSession,
  updatePerson,
} from '@/db/store';
import { nowhere } from '@/server/auth/guesses';
import { identityOf } from '@/server/auth/identity/identity-of';
import { hashPassword } from '@/server/auth/passwords';
import { anonymous } from '@/server/auth/sign-in';
import { inADistrict } from '../../testing/in-a-district';
import { eventsOf } from '../../testing/log-of';
import { expectRefused } from '../../testing/refusal-of';
import type { CommandContext } from '../command';
import { issuePasswordLink } from '../office/issue-password-link';
import { releaseIdentity } from '../office/release-identity';
import { setPassword } from '../office/set-password';
import { bindIdentity } from './bind-identity';
import { unbindIdentity } from './unbind-identity';

const password = 'Kafei-3-bei-cha';
const door = { isOneClick: false };
const proven = { issuer: 'https://id.example', subject: '330102199003071234' };
/** Before anything that a test does. */
const begunAt = new Date(0);
const reason = '绑定的不是本人的统一身份。';

describe('who a person is at the office’s identity provider', () => {
  const district = inADistrict();
  let here: CommandContext;
  let elsewhere: string;
  const clerk = () => district().clerk(0);
  const other = () => district().clerk(1);
  const bound = async (context = clerk()) => (await identitiesOf(district().store.read, context.actor.userId)).map((one) => one.issuer);
  const isOpen = async (id: string) => (await findSession(district().store.read, id))?.endedAt === null;

  beforeEach(async () => {
    const { userId } = clerk().actor;
    const passwordHash = await hashPassword(password);
    const [sessionId, second] = [randomUUID(), randomUUID()];
    elsewhere = second;
    await district().store.tx(async (tx) => {
      await updatePerson(tx, userId, { passwordHash });
      for (const id of [sessionId, second]) await insertSession(tx, { id, userId, at: district().admin.now() });
    });
    here = { ...clerk(), actor: { ...clerk().actor, sessionId } };
  });

  it('is bound by issuer and subject; neither table nor log has the subject', async () => {
    const events = await eventsOf(district().store, () => bindIdentity(here, proven, begunAt));
    const identity = identityOf(proven);
    expect(events.map(({ kind, payload }) => [kind, payload])).toEqual([
      ['person.identity_bound', { userId: here.actor.userId, issuer: proven.issuer, identity }],
    ]);
    expect(JSON.stringify(events)).not.toContain(proven.subject);
    expect(await findIdentity(district().store.read, identity)).toEqual({
      identity,
      issuer: proven.issuer,
      userId: here.actor.userId,
      boundAt: here.now(),
    });
  });

  it('six at once bind once, and are told so six times', async () => {
    const events = await eventsOf(district().store, async () => {
      const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => bindIdentity(here, proven, begunAt)));
      expect(outcomes.map((one) => one.status)).toEqual(Array(6).fill('fulfilled'));
    });
    expect(events.map((event) => event.kind)).toEqual(['person.identity_bound']);
  });

  it('of two people at once who bring one identity, one is bound and one is told', async () => {
    const outcomes = await Promise.allSettled([bindIdentity(clerk(), proven, begunAt), bindIdentity(other(), proven, begunAt)]);
    expect(outcomes.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect([...(await bound()), ...(await bound(other()))]).toEqual([proven.issuer]);
  });

  it('is nobody else’s, and a person has one at an issuer; the same subject of another issuer is somebody else', async () => {
    await bindIdentity(here, proven, begunAt);
    await expectRefused(bindIdentity(other(), proven, begunAt), 'conflict');
    await expectRefused(bindIdentity(here, { ...proven, subject: 'another' }, begunAt), 'conflict');
    await bindIdentity(other(), { ...proven, issuer: 'https://id.example/other' }, begunAt);
    expect([await bound(), await bound(other())]).toEqual([[proven.issuer], ['https://id.example/other']]);
  });

  it('is given up by its person, by password; every other session ends, and it may be bound again', async () => {
    await bindIdentity(here, proven, begunAt);
    await expectRefused(unbindIdentity(here, door, { password: 'not the password' }), 'invalid');
    const events = await eventsOf(district().store, () => unbindIdentity(here, door, { password }));
    expect(events.map((event) => event.kind)).toEqual(['session.confirmed', 'person.identity_unbound']);
    expect([await isOpen(here.actor.sessionId ?? ''), await isOpen(elsewhere)]).toEqual([true, false]);
    expect(await bound()).toEqual([]);
    await expectRefused(unbindIdentity(here, door, { password }), 'invalid');
    await bindIdentity(other(), proven, begunAt);
  });

  it('is taken away by an administrator, with a reason; every session of the person ends', async () => {
    const { userId } = here.actor;
    const of = { userId, unitId: district().unitIds[0] ?? '', reason };
    await expectRefused(releaseIdentity(district().admin, of), 'invalid');
    await bindIdentity(here, proven, begunAt);
    await expectRefused(releaseIdentity(district().admin, { ...of, reason: '已核实' }), 'invalid');
    await expectRefused(releaseIdentity(district().reviewer, of), 'forbidden');
    const events = await eventsOf(district().store, () => releaseIdentity(district().admin, of));
    expect(events.map((event) => [event.kind, event.reason, event.objectId])).toEqual([['person.identity_unbound', reason, userId]]);
    expect([await isOpen(here.actor.sessionId ?? ''), await isOpen(elsewhere)]).toEqual([false, false]);
    expect(await bound()).toEqual([]);
  });

  it('is not bound where its person was put out meanwhile, or switched a second factor on', async () => {
    const { store, admin } = district();
    const { userId, sessionId } = here.actor;
    const began = here.now();
    await store.tx((tx) => insertSecondFactor(tx, { userId, sealedSecret: 'sealed', lastStep: 1, setAt: began }));
    await expectRefused(bindIdentity(here, proven, began), 'not_signed_in');
    await bindIdentity(here, proven, new Date(began.getTime() + 1));
    for (const { identity } of await identitiesOf(store.read, userId)) await store.tx((tx) => dropIdentity(tx, identity));
    await store.tx((tx) => updatePerson(tx, userId, { isActive: false }));
    await expectRefused(bindIdentity(here, proven, new Date(began.getTime() + 1)), 'not_signed_in');
    await store.tx((tx) => updatePerson(tx, userId, { isActive: true }));
    await store.tx((tx) => endSession(tx, sessionId ?? '', admin.now()));
    await expectRefused(bindIdentity(here, proven, new Date(began.getTime() + 1)), 'not_signed_in');
    expect(await bound()).toEqual([]);
  });

  it('goes with a password that is set by a link, and does not come with one that was under way', async () => {
    const { store, admin, unitIds } = district();
    const { userId } = here.actor;
    await bindIdentity(here, proven, begunAt);
    const { secret } = await issuePasswordLink(admin, { userId, unitId: unitIds[0] ?? '' });
    const set = () => setPassword({ ...here, actor: anonymous }, { secret, password: 'huangHe7liangAn', from: nowhere });
    expect((await eventsOf(store, set)).map((event) => event.kind)).toEqual(['person.identity_unbound', 'person.password_set']);
    await expectRefused(bindIdentity(here, proven, begunAt), 'not_signed_in');
    expect(await bound()).toEqual([]);
  });

  it('an administrator does not take their own away so', async () => {
    const { admin, rootId } = district();
    await bindIdentity(admin, proven, begunAt);
    await expectRefused(releaseIdentity(admin, { userId: admin.actor.userId, unitId: rootId, reason }), 'invalid');
  });
});
