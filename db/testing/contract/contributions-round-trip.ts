import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { findContribution, insertContribution, listContributions, type Store, updateContribution } from '../../store';
import { aUnit, someDay } from '../rows';

/** Requests for contributions read back as they were written, on either engine. */
export function contributionContract(store: () => Store): void {
  it('requests of a unit come by the day they are due, withdrawn ones among them, and change', async () => {
    const [unit, other] = [await aUnit(store()), await aUnit(store())];
    const ask = async (unitId: string, year: number, dueOn: string) => {
      const request = {
        id: randomUUID(),
        year,
        unitId,
        topic: 'safeguards',
        question: '培训几场？',
        dueOn,
        askedBy: 'a',
        askedAt: someDay,
      };
      await store().tx((tx) => insertContribution(tx, request));
      const answer = { number: null, evidence: null, sentence: null, answeredBy: null, answeredAt: null, withdrawnAt: null };
      return { ...request, ...answer, version: 0 };
    };
    const later = await ask(unit.id, 2081, '2082-01-20');
    const sooner = await ask(unit.id, 2081, '2082-01-10');
    const nextYear = await ask(unit.id, 2082, '2083-01-10');
    const elsewhere = await ask(other.id, 2081, '2082-01-10');
    const ids = [unit.id, other.id];
    expect(await listContributions(store().read, { unitIds: [unit.id], year: 2081 })).toEqual([sooner, later]);
    expect(await listContributions(store().read, { unitIds: [unit.id] })).toEqual([sooner, later, nextYear]);
    expect(new Set(await listContributions(store().read, { unitIds: ids, year: 2081 }))).toEqual(new Set([sooner, elsewhere, later]));
    expect(await listContributions(store().read, { unitIds: [] })).toEqual([]);
    const answer = { number: '12场', evidence: '签到表', sentence: '培训12场。', version: 1, answeredBy: 'b', answeredAt: someDay };
    await store().tx((tx) => updateContribution(tx, sooner.id, answer));
    await store().tx((tx) => updateContribution(tx, later.id, { withdrawnAt: someDay }));
    expect(await findContribution(store().read, sooner.id)).toEqual({ ...sooner, ...answer });
    expect(await findContribution(store().read, later.id)).toEqual({ ...later, withdrawnAt: someDay });
    expect(await findContribution(store().read, 'no such request')).toBeNull();
  });
}
