import { asc, eq, inArray } from 'drizzle-orm';
import { byOwner } from './by-owner';
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

/** Signatures under some filings, by filing, the oldest first. */
export async function listSignOffsOf(reader: Reader, filingIds: readonly string[]): Promise<Map<string, SignOff[]>> {
  if (filingIds.length === 0) return new Map();
  const { signOffs: table } = reader.t;
  const rows = await reader.db
    .select({ filingId: table.filingId, hash: table.hash, signedBy: table.signedBy, signedAt: table.signedAt })
    .from(table)
    .where(inArray(table.filingId, [...filingIds]))
    .orderBy(asc(table.signedAt), asc(table.id));
  return byOwner(
    rows,
    (row) => row.filingId,
    ({ filingId: _filing, ...signOff }) => signOff,
  );
}

/** The first signature under a content stands; another one under the same content adds nothing. */
export async function insertSignOff(tx: Tx, signOff: SignOff & { id: string; filingId: string }): Promise<void> {
  await tx.db.insert(tx.t.signOffs).values(signOff).onConflictDoNothing();
}
