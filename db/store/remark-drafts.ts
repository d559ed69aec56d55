import { and, asc, eq } from 'drizzle-orm';
import type { Reader, Tx } from './store';

/** A remark that is written and not sent. */
export interface RemarkDraft {
  id: string;
  filingId: string;
  anchor: string;
  text: string;
  writtenBy: string;
  writtenAt: Date;
}

/** Everybody's, oldest first: whoever asks shows nobody's but the reader's own. */
export async function listRemarkDrafts(reader: Reader, filingId: string): Promise<RemarkDraft[]> {
  const { remarkDrafts } = reader.t;
  return reader.db
    .select()
    .from(remarkDrafts)
    .where(eq(remarkDrafts.filingId, filingId))
    .orderBy(asc(remarkDrafts.writtenAt), asc(remarkDrafts.id));
}

/** Pinned a second time it stays as it was. */
export async function insertRemarkDraft(tx: Tx, draft: RemarkDraft): Promise<void> {
  await tx.db.insert(tx.t.remarkDrafts).values(draft).onConflictDoNothing();
}

export async function deleteRemarkDraft(
  tx: Tx,
  { filingId, id, writtenBy }: Pick<RemarkDraft, 'filingId' | 'id' | 'writtenBy'>,
): Promise<void> {
  const { remarkDrafts } = tx.t;
  await tx.db
    .delete(remarkDrafts)
    .where(and(eq(remarkDrafts.filingId, filingId), eq(remarkDrafts.id, id), eq(remarkDrafts.writtenBy, writtenBy)));
}

/** What a person has on a filing: it has gone out. */
export async function deleteRemarkDraftsOf(tx: Tx, { filingId, writtenBy }: Pick<RemarkDraft, 'filingId' | 'writtenBy'>): Promise<void> {
  const { remarkDrafts } = tx.t;
  await tx.db.delete(remarkDrafts).where(and(eq(remarkDrafts.filingId, filingId), eq(remarkDrafts.writtenBy, writtenBy)));
}

/** They are somebody else's from now on. */
export async function giveRemarkDrafts(tx: Tx, { filingId, from, to }: { filingId: string; from: string; to: string }): Promise<void> {
  const { remarkDrafts } = tx.t;
  await tx.db
    .update(remarkDrafts)
    .set({ writtenBy: to })
    .where(and(eq(remarkDrafts.filingId, filingId), eq(remarkDrafts.writtenBy, from)));
}
