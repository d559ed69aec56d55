import { encode } from 'next-auth/jwt';
import { insertFiling, insertPerson, insertPost, insertQuarter, insertSession, insertUnit, insertYear } from '@/db/store';
import { openStore } from '@/db/store/open-store';
import { sessionSecret } from '@/server/auth/secret';
import { readEnv } from '@/server/env';

const year = 2026;

export interface Clerk {
  userId: string;
  /** Value of the session cookie. */
  session: string;
  /** The filing of each of their two tabs. */
  filings: readonly [string, string];
}

/** Three signed-in clerks: all of them have a post in one unit, two also one of their own. Of the first, both tabs are on the shared filing. */
export async function seedOffice(dataFolder: string): Promise<Clerk[]> {
  const store = await openStore(readEnv({ NIANBAO_DATA: dataFolder }));
  const at = new Date();
  try {
    await store.migrate();
    await store.tx(async (tx) => {
      await insertYear(tx, { year, format: '2021', rowVariant: 'other_three', createdAt: at });
      await insertQuarter(tx, { year, quarter: 1, dueOn: `${year}-12-31`, openedAt: at });
      await insertUnit(tx, { ...unit('root', 0), parentId: null, path: ['root'], kind: 'government' });
      for (const [sort, id] of ['shared', 'own-1', 'own-2'].entries()) {
        await insertUnit(tx, unit(id, sort + 1));
        await insertFiling(tx, { id: `filing-${id}`, unitId: id, year, quarter: 1, at });
      }
      for (const number of [0, 1, 2]) {
        const userId = `clerk-${number}`;
        await insertPerson(tx, { id: userId, username: userId, name: `填报员${number}`, passwordHash: null, createdAt: at });
        await insertSession(tx, { id: `session-${number}`, userId, at });
        const units = number === 0 ? ['shared'] : ['shared', `own-${number}`];
        for (const unitId of units) await insertPost(tx, { id: `post-${number}-${unitId}`, userId, unitId, role: 'clerk', startedAt: at });
      }
    });
  } finally {
    await store.close();
  }
  const secret = sessionSecret(dataFolder);
  return Promise.all(
    [0, 1, 2].map(async (number) => ({
      userId: `clerk-${number}`,
      session: await encode({ token: { sub: `clerk-${number}`, sid: `session-${number}` }, secret }),
      filings: ['filing-shared', number === 0 ? 'filing-shared' : `filing-own-${number}`] as const,
    })),
  );
}

function unit(id: string, sort: number) {
  const path = ['root', id];
  return {
    id,
    parentId: 'root',
    path,
    name: `示例单位${sort}`,
    kind: 'department' as const,
    powers: [],
    sort,
    opensOn: '2020-01-01',
    closesOn: null,
  };
}
