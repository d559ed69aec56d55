import { insertFiling, insertPerson, insertPost, insertSession, type Store } from '@/db/store';
import { aLargeOffice, theYear } from '@/server/testing/a-large-office';
import { sealedCookie } from '@/server/testing/sealed-cookie';
import type { Clerk } from '../save/seed-clerks';

export const goingRound = 50;

/** A thousand units with a year behind them and half of a quarter before the reviewer; some clerks at work, and somebody with every post in the office. */
export async function seedMixed(
  store: Store,
  secret: string,
  size: { units: number; clerks: number },
  wanted: { isFull: boolean; goingRound: number } = { isFull: true, goingRound },
): Promise<{ clerks: Clerk[]; office: string }> {
  await aLargeOffice(store, size.units, { ...wanted, rare: 100 });
  const at = new Date();
  const numbers = Array.from({ length: size.clerks }, (_, index) => index + 1);
  await store.tx(async (tx) => {
    await insertSession(tx, { id: 'session-office', userId: 'office', at });
    for (const number of numbers) {
      const unitId = `unit-${number}`;
      await insertPerson(tx, {
        id: `typist-${number}`,
        username: `typist-${number}`,
        name: `填报员${number}`,
        passwordHash: null,
        createdAt: at,
      });
      await insertPost(tx, { id: `typing-${number}`, userId: `typist-${number}`, unitId, role: 'clerk', startedAt: at });
      await insertSession(tx, { id: `session-${number}`, userId: `typist-${number}`, at });
      // The quarter that everybody has still before them.
      await insertFiling(tx, { id: `typed-${number}`, unitId, year: theYear, quarter: 4, at });
    }
  });
  return {
    office: await sealedCookie('session-office', secret),
    clerks: await Promise.all(
      numbers.map(async (number) => ({ cookie: await sealedCookie(`session-${number}`, secret), filingId: `typed-${number}` })),
    ),
  };
}
