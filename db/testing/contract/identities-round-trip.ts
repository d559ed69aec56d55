import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import {
  type BoundIdentity,
  dropIdentity,
  findIdentity,
  findSession,
  identitiesOf,
  insertIdentity,
  insertSession,
  isUniqueViolation,
  peopleWithIdentity,
  type Store,
} from '../../store';
import { aPerson, someDay } from '../rows';

/** Bound identities read back as they were written, on either engine, and the database itself lets no two people have one. */
export function identityContract(store: () => Store): void {
  const bind = async (bound: Partial<BoundIdentity> = {}): Promise<BoundIdentity> => {
    const userId = bound.userId ?? (await aPerson(store())).id;
    const row = { identity: randomUUID(), issuer: 'https://id.example', boundAt: someDay, ...bound, userId };
    await store().tx((tx) => insertIdentity(tx, row));
    return row;
  };

  it('an identity is found with its person until it is dropped', async () => {
    const one = await bind();
    const other = await bind({ userId: one.userId, issuer: 'https://id.example/next', boundAt: new Date(someDay.getTime() + 1) });
    expect(await findIdentity(store().read, one.identity)).toEqual(one);
    expect(await identitiesOf(store().read, one.userId)).toEqual([one, other]);
    expect((await peopleWithIdentity(store().read)).has(one.userId)).toBe(true);
    await store().tx((tx) => dropIdentity(tx, one.identity));
    expect(await findIdentity(store().read, one.identity)).toBeNull();
    expect(await identitiesOf(store().read, one.userId)).toEqual([other]);
  });

  it('of two people with one identity, and of two identities of a person at one issuer, the database refuses the second', async () => {
    const one = await bind();
    for (const again of [{ identity: one.identity }, { userId: one.userId }])
      expect(isUniqueViolation(await bind(again).catch((error: unknown) => error))).toBe(true);
  });

  it('a session says by which issuer it began, or that none was asked', async () => {
    const { id: userId } = await aPerson(store());
    const [by, without] = [randomUUID(), randomUUID()];
    await store().tx((tx) => insertSession(tx, { id: by, userId, at: someDay, issuer: 'https://id.example' }));
    await store().tx((tx) => insertSession(tx, { id: without, userId, at: someDay }));
    const issuers = await Promise.all([by, without].map(async (id) => (await findSession(store().read, id))?.issuer));
    expect(issuers).toEqual(['https://id.example', null]);
  });
}
