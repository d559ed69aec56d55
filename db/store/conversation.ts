import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { byOwner } from './by-owner';
import type { Reader, Tx } from './store';

/** Something said about a place of a filing, outside any return. */
export interface Comment {
  id: string;
  filingId: string;
  anchor: string;
  text: string;
  writtenBy: string;
  writtenAt: Date;
  resolvedBy: string | null;
  resolvedAt: Date | null;
}

/** Oldest first. */
export async function listComments(reader: Reader, filingId: string): Promise<Comment[]> {
  const { comments } = reader.t;
  return reader.db.select().from(comments).where(eq(comments.filingId, filingId)).orderBy(asc(comments.writtenAt), asc(comments.id));
}

/** What is not resolved in each of some filings, the oldest first; a filing without any is absent. */
export async function listOpenComments(reader: Reader, filingIds: readonly string[]): Promise<Map<string, Comment[]>> {
  const { comments } = reader.t;
  if (filingIds.length === 0) return new Map();
  const rows = await reader.db
    .select()
    .from(comments)
    .where(and(inArray(comments.filingId, [...filingIds]), isNull(comments.resolvedAt)))
    .orderBy(asc(comments.writtenAt), asc(comments.id));
  return byOwner(
    rows,
    (row) => row.filingId,
    (row) => row,
  );
}

export async function insertComment(tx: Tx, comment: Omit<Comment, 'resolvedBy' | 'resolvedAt'>): Promise<void> {
  await tx.db.insert(tx.t.comments).values(comment);
}

/** Resolves what is open on a place; what was resolved before keeps its person and time. */
export async function resolveComments(
  tx: Tx,
  { filingId, anchor, by, at }: { filingId: string; anchor: string; by: string; at: Date },
): Promise<void> {
  const { comments } = tx.t;
  await tx.db
    .update(comments)
    .set({ resolvedBy: by, resolvedAt: at })
    .where(and(eq(comments.filingId, filingId), eq(comments.anchor, anchor), isNull(comments.resolvedAt)));
}

/** 待跟进: a place of a filing that its unit comes back to. */
export interface FollowUp {
  anchor: string;
  markedBy: string;
  markedAt: Date;
}

/** Oldest first. */
export async function listFollowUps(reader: Reader, filingId: string): Promise<FollowUp[]> {
  const { anchor, markedBy, markedAt } = reader.t.followUps;
  return reader.db
    .select({ anchor, markedBy, markedAt })
    .from(reader.t.followUps)
    .where(eq(reader.t.followUps.filingId, filingId))
    .orderBy(asc(markedAt), asc(anchor));
}

/** The first mark of a place stays. */
export async function insertFollowUp(tx: Tx, filingId: string, followUp: FollowUp): Promise<void> {
  await tx.db
    .insert(tx.t.followUps)
    .values({ filingId, ...followUp })
    .onConflictDoNothing();
}

export async function deleteFollowUp(tx: Tx, filingId: string, anchor: string): Promise<void> {
  await tx.db.delete(tx.t.followUps).where(and(eq(tx.t.followUps.filingId, filingId), eq(tx.t.followUps.anchor, anchor)));
}

/** What is said under a remark of a return before its answer. */
export interface RemarkReply {
  id: string;
  remarkId: string;
  text: string;
  writtenBy: string;
  writtenAt: Date;
}

/** Replies under all remarks of a filing, oldest first. */
export async function listRemarkReplies(reader: Reader, filingId: string): Promise<RemarkReply[]> {
  const { remarkReplies, remarks } = reader.t;
  const { id, remarkId, text, writtenBy, writtenAt } = remarkReplies;
  return reader.db
    .select({ id, remarkId, text, writtenBy, writtenAt })
    .from(remarkReplies)
    .innerJoin(remarks, eq(remarks.id, remarkId))
    .where(eq(remarks.filingId, filingId))
    .orderBy(asc(writtenAt), asc(id));
}

export async function insertRemarkReply(tx: Tx, reply: RemarkReply): Promise<void> {
  await tx.db.insert(tx.t.remarkReplies).values(reply);
}
