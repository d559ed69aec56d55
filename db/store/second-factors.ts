import { and, eq, inArray, lt } from 'drizzle-orm';
import type { Reader, Tx } from './store';

export interface SecondFactor {
  userId: string;
  sealedSecret: string;
  lastStep: number;
  setAt: Date;
}

/** Somebody whose password was right, and whose code is asked for. */
export interface HalfwaySignIn {
  tokenHash: string;
  userId: string;
  browser: string;
  expiresAt: Date;
}

export async function findSecondFactor(reader: Reader, userId: string): Promise<SecondFactor | null> {
  const { secondFactors } = reader.t;
  const [row] = await reader.db.select().from(secondFactors).where(eq(secondFactors.userId, userId));
  return row ?? null;
}

/** Ids of everybody who has one. */
export async function peopleWithSecondFactor(reader: Reader, among?: readonly string[]): Promise<ReadonlySet<string>> {
  const { secondFactors } = reader.t;
  const rows = await reader.db
    .select({ userId: secondFactors.userId })
    .from(secondFactors)
    .where(among && inArray(secondFactors.userId, [...among]));
  return new Set(rows.map((row) => row.userId));
}

/** @throws a unique violation when the person has one */
export async function insertSecondFactor(tx: Tx, factor: SecondFactor): Promise<void> {
  await tx.db.insert(tx.t.secondFactors).values(factor);
}

/** Takes a person's second factor away, with their recovery codes. @returns whether there was one */
export async function dropSecondFactor(tx: Tx, userId: string): Promise<boolean> {
  const { secondFactors, recoveryCodes } = tx.t;
  await tx.db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  const dropped = await tx.db.delete(secondFactors).where(eq(secondFactors.userId, userId)).returning();
  return dropped.length > 0;
}

/** Uses a step up, with every step before it. @returns whether it was there to be used: of all who come with it, one is told so */
export async function takeStep(tx: Tx, userId: string, step: number): Promise<boolean> {
  const { secondFactors } = tx.t;
  const taken = await tx.db
    .update(secondFactors)
    .set({ lastStep: step })
    .where(and(eq(secondFactors.userId, userId), lt(secondFactors.lastStep, step)))
    .returning();
  return taken.length > 0;
}

/** Gives a person these recovery codes, in place of all they had. */
export async function writeRecoveryCodes(tx: Tx, userId: string, codeHashes: readonly string[]): Promise<void> {
  const { recoveryCodes } = tx.t;
  await tx.db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await tx.db.insert(recoveryCodes).values(codeHashes.map((codeHash) => ({ codeHash, userId })));
}

export async function hasRecoveryCode(reader: Reader, userId: string, codeHash: string): Promise<boolean> {
  const { recoveryCodes } = reader.t;
  return (await reader.db.$count(recoveryCodes, and(eq(recoveryCodes.userId, userId), eq(recoveryCodes.codeHash, codeHash)))) > 0;
}

export async function countRecoveryCodes(reader: Reader, userId: string): Promise<number> {
  return reader.db.$count(reader.t.recoveryCodes, eq(reader.t.recoveryCodes.userId, userId));
}

/** Uses a recovery code up. @returns whether it was there to be used: of all who come with it, one is told so */
export async function takeRecoveryCode(tx: Tx, userId: string, codeHash: string): Promise<boolean> {
  const { recoveryCodes } = tx.t;
  const taken = await tx.db
    .delete(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), eq(recoveryCodes.codeHash, codeHash)))
    .returning();
  return taken.length > 0;
}

/** Somebody is half-way in. What is over of all others goes with it. */
export async function insertHalfwaySignIn(tx: Tx, halfway: HalfwaySignIn, now: Date): Promise<void> {
  const { halfwaySignIns } = tx.t;
  await tx.db.delete(halfwaySignIns).where(lt(halfwaySignIns.expiresAt, now));
  await tx.db.insert(halfwaySignIns).values(halfway);
}

export async function findHalfwaySignIn(reader: Reader, tokenHash: string): Promise<HalfwaySignIn | null> {
  const { halfwaySignIns } = reader.t;
  const [row] = await reader.db.select().from(halfwaySignIns).where(eq(halfwaySignIns.tokenHash, tokenHash));
  return row ?? null;
}

/** Uses it up. @returns whether it was there to be used: of all who come with it, one is told so */
export async function takeHalfwaySignIn(tx: Tx, tokenHash: string): Promise<boolean> {
  const { halfwaySignIns } = tx.t;
  const taken = await tx.db.delete(halfwaySignIns).where(eq(halfwaySignIns.tokenHash, tokenHash)).returning();
  return taken.length > 0;
}
