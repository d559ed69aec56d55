import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { findPendingAct, insertPendingAct, listActsOver, listOpenActs, type PendingAct, type Store, settleAct } from '../../store';
import { someDay } from '../rows';

/** What waits for somebody's confirmation reads back as it was written, on either engine, and is settled once by whoever comes at once. */
export function pendingActContract(store: () => Store): void {
  const anAct = (some: Partial<PendingAct> = {}): PendingAct => ({
    ...{ id: randomUUID(), kind: 'own_link', askedBy: randomUUID(), askedAs: null, askedAt: someDay, userId: randomUUID(), role: null },
    ...{ unitId: null, reason: '', endsAt: new Date(someDay.getTime() + 1000), status: 'open', decidedBy: null, decidedAt: null },
    ...some,
  });
  const write = (act: PendingAct, heldPasswordHash: string | null = null) =>
    store().tx((tx) => insertPendingAct(tx, { ...act, heldPasswordHash }));

  it('reads back as it was written, without the password that waits with it', async () => {
    const act = anAct({ kind: 'three_give', askedAs: 'auditor', role: 'security_admin', unitId: randomUUID(), reason: '轮岗' });
    await write(act, 'argon2');
    expect(await findPendingAct(store().read, act.id)).toEqual(act);
    expect(await listOpenActs(store().read)).toContainEqual(act);
    expect(await findPendingAct(store().read, 'nothing')).toBeNull();
  });

  it('is settled by one of eight who come at once, who alone is given the password; nothing waits any more', async () => {
    const act = anAct();
    await write(act, 'argon2');
    const settle = () =>
      store().tx((tx) => settleAct(tx, act.id, { status: 'confirmed', decidedBy: 'somebody', decidedAt: someDay }), { only: randomUUID() });
    const settled = await Promise.all(Array.from({ length: 8 }, settle));
    expect(settled.filter((one) => one !== null)).toEqual([{ heldPasswordHash: 'argon2' }]);
    expect(await findPendingAct(store().read, act.id)).toMatchObject({ status: 'confirmed', decidedBy: 'somebody', decidedAt: someDay });
    expect((await listOpenActs(store().read)).map(({ id }) => id)).not.toContain(act.id);
  });

  it('is over when its time is, and not before', async () => {
    const act = anAct();
    await write(act);
    const over = async (at: Date) => (await listActsOver(store().read, at)).some(({ id }) => id === act.id);
    expect([await over(someDay), await over(act.endsAt)]).toEqual([false, true]);
  });
}
