import { randomUUID } from 'node:crypto';
import type { EventFacts } from '@/server/domain/audit';
import type { Power } from '@/server/domain/formats';
import type { Role } from '@/server/domain/permissions';
import { findYear, insertFiling, insertPerson, insertPost, insertQuarter, insertUnit, insertYear, type Store, type Unit } from '../store';

export const someDay = new Date('2026-04-08T02:30:00.123Z');

/** A unit, at the top unless a parent is given; every power unless some are named. */
export async function aUnit(
  store: Store,
  unit: Partial<Omit<Unit, 'path' | 'parentId'>> & { under?: Unit; powers?: readonly Power[] } = {},
): Promise<Unit> {
  const { under, ...named } = unit;
  const id = named.id ?? randomUUID();
  const row: Unit = {
    id,
    parentId: under?.id ?? null,
    path: [...(under?.path ?? []), id],
    name: `单位${id.slice(0, 8)}`,
    kind: 'department',
    powers: ['licensing', 'penalty'],
    sort: 1,
    opensOn: '2020-01-01',
    closesOn: null,
    successorId: null,
    needsSignOff: false,
    ...named,
  };
  await store.tx((tx) => insertUnit(tx, row));
  return row;
}

/** A person without a password; with a post when a unit is named. */
export async function aPerson(
  store: Store,
  person: { username?: string; name?: string; role?: Role; unitId?: string; passwordHash?: string } = {},
): Promise<{ id: string; username: string; postId: string }> {
  const [id, postId] = [randomUUID(), randomUUID()];
  const username = person.username ?? `person-${id.slice(0, 8)}`;
  const { unitId } = person;
  await store.tx(async (tx) => {
    await insertPerson(tx, { id, username, name: person.name ?? '张三', passwordHash: person.passwordHash ?? null, createdAt: someDay });
    if (unitId) await insertPost(tx, { id: postId, userId: id, unitId, role: person.role ?? 'clerk', startedAt: someDay });
  });
  return { id, username, postId };
}

/** An open filing of a unit, with its year and quarter when they are not there yet. */
export async function aFiling(store: Store, of: { unitId: string; year: number; quarter: number }): Promise<string> {
  const id = randomUUID();
  await store.tx(async (tx) => {
    if (!(await findYear(tx, of.year))) {
      await insertYear(tx, { year: of.year, format: '2021', rowVariant: 'other_three', createdAt: someDay });
      for (const quarter of [1, 2, 3, 4])
        await insertQuarter(tx, { year: of.year, quarter, dueOn: `${of.year}-0${quarter * 2}-15`, openedAt: null });
    }
    await insertFiling(tx, { id, ...of, at: someDay });
  });
  return id;
}

/** An event of which only the telling parts matter. */
export function anEvent(facts: Partial<EventFacts<'figure.saved'>> = {}): EventFacts<'figure.saved'> {
  return {
    kind: 'figure.saved',
    payload: { cell: 's3.granted.natural_person', before: null, after: '37', version: 1 },
    at: someDay.toISOString(),
    actorId: 'somebody',
    actorName: '张三',
    unitId: null,
    objectType: 'filing',
    objectId: randomUUID(),
    period: '2026Q1',
    reason: null,
    requestId: 'a-test',
    sessionHash: null,
    ip: null,
    ...facts,
  };
}
