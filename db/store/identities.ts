import { asc, eq, inArray } from 'drizzle-orm';
import type { Reader, Tx } from './store';

/** Whom an identity of the office's provider signs in. */
export interface BoundIdentity {
  /** SHA-256 of issuer and subject (`identityOf`). */
  identity: string;
  issuer: string;
  userId: string;
  boundAt: Date;
}

export async function findIdentity(reader: Reader, identity: string): Promise<BoundIdentity | null> {
  const [row] = await reader.db.select().from(reader.t.identities).where(eq(reader.t.identities.identity, identity));
  return row ?? null;
}

/** What a person is bound to: one for each issuer there has been. */
export async function identitiesOf(reader: Reader, userId: string): Promise<BoundIdentity[]> {
  const { identities } = reader.t;
  return reader.db
    .select()
    .from(identities)
    .where(eq(identities.userId, userId))
    .orderBy(asc(identities.boundAt), asc(identities.identity));
}

/** Everybody who is bound to one. */
export async function peopleWithIdentity(reader: Reader, among?: readonly string[]): Promise<ReadonlySet<string>> {
  const { identities } = reader.t;
  const rows = await reader.db
    .selectDistinct({ userId: identities.userId })
    .from(identities)
    .where(among && inArray(identities.userId, [...among]));
  return new Set(rows.map((row) => row.userId));
}

/** Fails as a unique violation when the identity is somebody's, or the person has one of this issuer. */
export async function insertIdentity(tx: Tx, bound: BoundIdentity): Promise<void> {
  await tx.db.insert(tx.t.identities).values(bound);
}

export async function dropIdentity(tx: Tx, identity: string): Promise<void> {
  await tx.db.delete(tx.t.identities).where(eq(tx.t.identities.identity, identity));
}
