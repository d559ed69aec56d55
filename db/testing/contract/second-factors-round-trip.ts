import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import {
  countRecoveryCodes,
  dropSecondFactor,
  endSessionsOf,
  findHalfwaySignIn,
  findSecondFactor,
  hasRecoveryCode,
  insertHalfwaySignIn,
  insertSecondFactor,
  isUniqueViolation,
  peopleWithSecondFactor,
  type Store,
  takeHalfwaySignIn,
  takeRecoveryCode,
  takeStep,
  writeRecoveryCodes,
} from '../../store';
import { aPerson, someDay } from '../rows';

const inMs = (ms: number) => new Date(someDay.getTime() + ms);

/** Second factors read back as they were written, on either engine, and what works once works once, whoever comes at the same time. */
export function secondFactorContract(store: () => Store): void {
  /** So many at once, each in a transaction that runs beside the others. */
  const atOnce = (times: number, take: (tx: Parameters<Parameters<Store['tx']>[0]>[0]) => Promise<boolean>) =>
    Promise.all(Array.from({ length: times }, () => store().tx(take, { only: `session:${randomUUID()}` })));
  const somebody = async (lastStep = 10) => {
    const { id: userId } = await aPerson(store());
    const factor = { userId, sealedSecret: 'sealed', lastStep, setAt: someDay };
    await store().tx((tx) => insertSecondFactor(tx, factor));
    return factor;
  };

  it('a person has one, and nobody two', async () => {
    const factor = await somebody();
    const { id: without } = await aPerson(store());
    expect(await findSecondFactor(store().read, factor.userId)).toEqual(factor);
    expect(await findSecondFactor(store().read, without)).toBeNull();
    const people = await peopleWithSecondFactor(store().read);
    expect([people.has(factor.userId), people.has(without)]).toEqual([true, false]);
    const twice = await store()
      .tx((tx) => insertSecondFactor(tx, factor))
      .catch((error: unknown) => error);
    expect(isUniqueViolation(twice)).toBe(true);
  });

  it('a step is used once, of six at once too, and takes those before it along', async () => {
    const { userId } = await somebody(10);
    expect((await atOnce(6, (tx) => takeStep(tx, userId, 12))).filter(Boolean)).toHaveLength(1);
    const take = (step: number) => store().tx((tx) => takeStep(tx, userId, step));
    expect([await take(11), await take(12), await take(13)]).toEqual([false, false, true]);
  });

  it('a recovery code is used once, of six at once too, by its own person; new ones take the place of all', async () => {
    const [one, other] = [await somebody(), await somebody()];
    const hashes = [randomUUID(), randomUUID(), randomUUID()];
    await store().tx((tx) => writeRecoveryCodes(tx, one.userId, hashes));
    const [first = '', second = ''] = hashes;
    expect([await hasRecoveryCode(store().read, one.userId, first), await hasRecoveryCode(store().read, other.userId, first)]).toEqual([
      true,
      false,
    ]);
    expect(await store().tx((tx) => takeRecoveryCode(tx, other.userId, first))).toBe(false);
    expect((await atOnce(6, (tx) => takeRecoveryCode(tx, one.userId, first))).filter(Boolean)).toHaveLength(1);
    expect(await countRecoveryCodes(store().read, one.userId)).toBe(2);
    await store().tx((tx) => writeRecoveryCodes(tx, one.userId, [randomUUID()]));
    expect([await countRecoveryCodes(store().read, one.userId), await hasRecoveryCode(store().read, one.userId, second)]).toEqual([
      1,
      false,
    ]);
    expect(await store().tx((tx) => dropSecondFactor(tx, one.userId))).toBe(true);
    expect(await store().tx((tx) => dropSecondFactor(tx, one.userId))).toBe(false);
    expect(await countRecoveryCodes(store().read, one.userId)).toBe(0);
  });

  it('somebody half-way in gets in once, of six at once too; it is gone with their sessions, and when its time is over', async () => {
    const { userId } = await somebody();
    const begin = async (expiresAt: Date, now = someDay) => {
      const halfway = { tokenHash: randomUUID(), userId, browser: 'a browser', expiresAt };
      await store().tx((tx) => insertHalfwaySignIn(tx, halfway, now));
      return halfway;
    };
    const isThere = async ({ tokenHash }: { tokenHash: string }) => (await findHalfwaySignIn(store().read, tokenHash)) !== null;
    const used = await begin(inMs(1000));
    expect(await findHalfwaySignIn(store().read, used.tokenHash)).toEqual(used);
    expect((await atOnce(6, (tx) => takeHalfwaySignIn(tx, used.tokenHash))).filter(Boolean)).toHaveLength(1);
    const [old, young] = [await begin(inMs(1000)), await begin(inMs(5000))];
    await begin(inMs(9000), inMs(1001));
    expect([await isThere(old), await isThere(young)]).toEqual([false, true]);
    await store().tx((tx) => endSessionsOf(tx, userId, someDay));
    expect(await isThere(young)).toBe(false);
  });
}
