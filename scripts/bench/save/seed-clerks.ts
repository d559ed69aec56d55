import { encode } from 'next-auth/jwt';
import { insertFiling, insertPerson, insertPost, insertQuarter, insertSession, insertUnit, insertYear, type Store } from '@/db/store';

const year = 2026;

/** A signed-in clerk of a unit of their own, with its open filing. */
export interface Clerk {
  cookie: string;
  filingId: string;
}

/** In a new store. */
export async function seedClerks(store: Store, secret: string, count: number): Promise<Clerk[]> {
  const at = new Date();
  await store.tx(async (tx) => {
    await insertYear(tx, { year, format: '2021', rowVariant: 'other_three', createdAt: at });
    await insertUnit(tx, { ...unit('root', '示例区人民政府', 0), parentId: null, path: ['root'], kind: 'government' });
    await insertQuarter(tx, { year, quarter: 1, dueOn: `${year}-12-31`, openedAt: at });
  });
  return addClerks(store, secret, count);
}

/** Beside what a store has: the year, and the government of which their units are part. */
export async function addClerks(store: Store, secret: string, count: number, named = 'unit'): Promise<Clerk[]> {
  const at = new Date();
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  await store.tx(async (tx) => {
    for (const number of numbers) {
      const unitId = `${named}-${number}`;
      await insertUnit(tx, unit(unitId, `示例第${number}局`, number));
      await insertPerson(tx, {
        id: `person-${number}`,
        username: `clerk-${number}`,
        name: `填报员${number}`,
        passwordHash: null,
        createdAt: at,
      });
      await insertPost(tx, { id: `post-${number}`, userId: `person-${number}`, unitId, role: 'clerk', startedAt: at });
      await insertSession(tx, { id: `session-${number}`, userId: `person-${number}`, at });
      await insertFiling(tx, { id: `filing-${number}`, unitId, year, quarter: 1, at });
    }
  });
  return Promise.all(
    numbers.map(async (number) => {
      const token = await encode({ token: { sub: `person-${number}`, sid: `session-${number}` }, secret });
      return { cookie: `next-auth.session-token=${token}`, filingId: `filing-${number}` };
    }),
  );
}

function unit(id: string, name: string, sort: number) {
  return {
    id,
    parentId: 'root',
    path: ['root', id],
    name,
    kind: 'department' as const,
    powers: [],
    sort,
    opensOn: '2020-01-01',
    closesOn: null,
  };
}
