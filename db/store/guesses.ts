import { and, eq, gt, inArray, lt, lte } from 'drizzle-orm';
import type { GuessCount } from '@/server/domain/guessing';
import type { Reader, Tx } from './store';

/** The tries counted at one place, with the account that they were at. */
export interface CountedPlace extends GuessCount {
  place: string;
  account: string;
}

/** Of some places, those that are counted. Inside a transaction that decides on them: after a lock on their account. */
export async function findGuessCounts(reader: Reader, places: readonly string[]): Promise<ReadonlyMap<string, GuessCount>> {
  const { guessCounts } = reader.t;
  const rows = await reader.db
    .select()
    .from(guessCounts)
    .where(inArray(guessCounts.place, [...places]));
  return new Map(rows.map(({ place, tries, heldUntil, forgetAt }) => [place, { tries, heldUntil, forgetAt }]));
}

/** Places that hold somebody off at this moment; of one account, or of all. */
export async function listHeldPlaces(reader: Reader, now: Date, account?: string): Promise<CountedPlace[]> {
  const { guessCounts } = reader.t;
  return reader.db
    .select()
    .from(guessCounts)
    .where(and(gt(guessCounts.heldUntil, now), account === undefined ? undefined : eq(guessCounts.account, account)));
}

export async function writeGuessCount(tx: Tx, counted: CountedPlace): Promise<void> {
  const { guessCounts } = tx.t;
  await tx.db.insert(guessCounts).values(counted).onConflictDoUpdate({ target: guessCounts.place, set: counted });
}

export async function dropGuessCount(tx: Tx, place: string): Promise<void> {
  await tx.db.delete(tx.t.guessCounts).where(eq(tx.t.guessCounts.place, place));
}

/** All that is counted of an account, from wherever it was tried. */
export async function dropGuessCountsOf(tx: Tx, account: string): Promise<void> {
  await tx.db.delete(tx.t.guessCounts).where(eq(tx.t.guessCounts.account, account));
}

/** What is of no use any more, of every account. */
export async function pruneGuessCounts(tx: Tx, now: Date): Promise<void> {
  await tx.db.delete(tx.t.guessCounts).where(lte(tx.t.guessCounts.forgetAt, now));
}

/** Which of these sources the person has signed in from before. Nobody has the id of an unknown person, and the question costs the same. */
export async function knownSourcesOf(reader: Reader, userId: string, sources: readonly string[]): Promise<ReadonlySet<string>> {
  const { knownSources } = reader.t;
  const rows = await reader.db
    .select({ source: knownSources.source })
    .from(knownSources)
    .where(and(eq(knownSources.userId, userId), inArray(knownSources.source, [...sources])));
  return new Set(rows.map((row) => row.source));
}

/** From now on the person is known to come from here. Sources that the person has not come from since `forgotten` are given up. */
export async function rememberSource(
  tx: Tx,
  { userId, source, at, forgotten }: { userId: string; source: string; at: Date; forgotten: Date },
): Promise<void> {
  const { knownSources } = tx.t;
  await tx.db.delete(knownSources).where(and(eq(knownSources.userId, userId), lt(knownSources.seenAt, forgotten)));
  await tx.db
    .insert(knownSources)
    .values({ userId, source, seenAt: at })
    .onConflictDoUpdate({ target: [knownSources.userId, knownSources.source], set: { seenAt: at } });
}
