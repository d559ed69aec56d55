import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import {
  contactsOf,
  dismissAnnouncement,
  dismissedBy,
  findAnnouncement,
  forgetDismissals,
  insertAnnouncement,
  insertChases,
  latestChases,
  latestChasesOf,
  listAnnouncements,
  listShownAnnouncements,
  postsHeld,
  type Store,
  updateAnnouncement,
  updatePerson,
} from '../../store';
import { aFiling, aPerson, aUnit, someDay } from '../rows';

/** What the office says to units and people beside their work, on either engine. */
export function remindersContract(store: () => Store): void {
  it('of a filing the newest chase reads back, whoever else was chased', async () => {
    const of = { unitId: (await aUnit(store())).id, year: 2033, quarter: 2 };
    const filingId = await aFiling(store(), of);
    const { id: chasedBy } = await aPerson(store());
    const chase = (minutes: number) => ({
      ...{ id: randomUUID(), filingId, words: `第 ${minutes} 次`, chasedBy },
      chasedAt: new Date(someDay.getTime() + minutes * 60_000),
    });
    const [first, last] = [chase(1), chase(2)];
    await store().tx((tx) => insertChases(tx, [last, first]));
    const many = Array.from({ length: 150 }, () => randomUUID());
    expect(await latestChases(store().read, [...many, filingId])).toEqual(new Map([[filingId, last]]));
    expect((await latestChasesOf(store().read, of)).get(filingId)).toEqual(last);
    expect(await latestChases(store().read, [])).toEqual(new Map());
  });

  it('an announcement is shown up to its last day, until it is withdrawn, and is put away by each for themselves', async () => {
    const { id: writtenBy } = await aPerson(store());
    const id = randomUUID();
    const facts = { text: '周五晚维护。', audience: 'units', unitIds: ['a', 'b'], role: null, endsOn: '2033-04-30' } as const;
    await store().tx((tx) => insertAnnouncement(tx, { id, ...facts, writtenBy, writtenAt: someDay }));
    expect(await findAnnouncement(store().read, id)).toEqual({ id, ...facts, writtenBy, writtenAt: someDay, withdrawnAt: null });
    const shown = async (day: string) => (await listShownAnnouncements(store().read, day)).map((one) => one.id).includes(id);
    expect([await shown('2033-04-30'), await shown('2033-05-01')]).toEqual([true, false]);
    for (let twice = 0; twice < 2; twice += 1) await store().tx((tx) => dismissAnnouncement(tx, id, writtenBy));
    expect(await dismissedBy(store().read, writtenBy)).toEqual(new Set([id]));
    await store().tx((tx) => forgetDismissals(tx, id));
    expect(await dismissedBy(store().read, writtenBy)).toEqual(new Set());
    await store().tx((tx) => updateAnnouncement(tx, id, { ...facts, audience: 'role', unitIds: [], role: 'clerk' }));
    await store().tx((tx) => updateAnnouncement(tx, id, { withdrawnAt: someDay }));
    expect(await shown('2033-04-30')).toBe(false);
    expect((await listAnnouncements(store().read, 1_000)).find((one) => one.id === id)).toMatchObject({
      ...{ audience: 'role', unitIds: [], role: 'clerk', withdrawnAt: someDay },
    });
  });

  it('posts held by people who work here are found by their kind, and a telephone number with its person', async () => {
    const unit = await aUnit(store());
    const { id } = await aPerson(store(), { unitId: unit.id });
    const held = async () => (await postsHeld(store().read, 'clerk')).filter((post) => post.userId === id).length;
    expect([await held(), (await postsHeld(store().read, 'auditor')).some((post) => post.userId === id)]).toEqual([1, false]);
    await store().tx((tx) => updatePerson(tx, id, { telephone: '0000-1' }));
    expect((await contactsOf(store().read, [id])).get(id)?.telephone).toBe('0000-1');
    expect((await contactsOf(store().read, [id, ...Array.from({ length: 150 }, () => randomUUID())])).size).toBe(1);
    await store().tx((tx) => updatePerson(tx, id, { isActive: false }));
    expect(await held()).toBe(0);
  });
}
