import { asc, eq } from 'drizzle-orm';
import type { Reader, Tx } from './store';

/** One signature of 分管领导: under which content of the filing, by whom, when. */
export interface SignOff {
  hash: string;
  signedBy: string;
  signedAt: Date;
}

/** Signatures under a filing, the oldest first. */
export async function listSignOffs(reader: Reader, filingId: string): Promise<SignOff[]> {
  const { t } = reader;
  return reader.db
    .select({ hash: t.signOffs.hash, signedBy: t.signOffs.signedBy, signedAt: t.signOffs.signedAt })
    .from(t.signOffs)
    .where(eq(t.signOffs.filingId, filingId))
    .orderBy(asc(t.signOffs.signedAt), asc(t.signOffs.id));
}

/** The first signature under a content stands; another one under the same content adds nothing. */
export async function insertSignOff(tx: Tx, signOff: SignOff & { id: string; filingId: string }): Promise<void> {
  await tx.db.insert(tx.t.signOffs).values(signOff).onConflictDoNothing();
}
