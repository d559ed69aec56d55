import { and, asc, eq, gt, inArray, isNull, notExists } from 'drizzle-orm';
import { byOwner } from './by-owner';
import type { Reader, Tx } from './store';

/** A signature under a report; never changed, at most withdrawn. */
export interface ReportSignature {
  id: string;
  reportId: string;
  /** The key of the step. */
  step: string;
  /** SHA-256 of the whole as it was on the signer's screen. */
  hash: string;
  /** SHA-256 of each part the step answers for. */
  parts: Record<string, string>;
  /** Canonical JSON of what was signed. */
  content: string;
  note: string;
  signedBy: string;
  signedAt: Date;
  withdrawnBy: string | null;
  withdrawnAt: Date | null;
}

/** All signatures under a report, withdrawn ones too, the oldest first. */
export async function listReportSignatures(reader: Reader, reportId: string): Promise<ReportSignature[]> {
  const { reportSignatures: table } = reader.t;
  return reader.db.select().from(table).where(eq(table.reportId, reportId)).orderBy(asc(table.signedAt), asc(table.id));
}

/** A signature without what it is under. */
export type ReportSignatureHead = Omit<ReportSignature, 'content'>;

/** All signatures under some reports, by report, the oldest first, without what they are under. */
export async function listReportSignatureHeads(reader: Reader, reportIds: readonly string[]): Promise<Map<string, ReportSignatureHead[]>> {
  if (reportIds.length === 0) return new Map();
  const { reportSignatures: table } = reader.t;
  const { id, reportId, step, hash, parts, note, signedBy, signedAt, withdrawnBy, withdrawnAt } = table;
  const rows = await reader.db
    .select({ id, reportId, step, hash, parts, note, signedBy, signedAt, withdrawnBy, withdrawnAt })
    .from(table)
    .where(inArray(table.reportId, [...reportIds]))
    .orderBy(asc(table.signedAt), asc(table.id));
  return byOwner(
    rows,
    (row) => row.reportId,
    (row) => row,
  );
}

/** What some signatures are under, by their ids. */
export async function signedContentOf(reader: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { reportSignatures: table } = reader.t;
  const rows = await reader.db
    .select({ id: table.id, content: table.content })
    .from(table)
    .where(inArray(table.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row.content]));
}

/** The reports with a signature of this step that was not withdrawn, and no edition since. */
export async function listReportsSigned(reader: Reader, step: string): Promise<string[]> {
  const { reportSignatures: table, editions } = reader.t;
  const since = reader.db
    .select({ id: editions.id })
    .from(editions)
    .where(and(eq(editions.reportId, table.reportId), gt(editions.finalisedAt, table.signedAt)));
  const rows = await reader.db
    .selectDistinct({ reportId: table.reportId })
    .from(table)
    .where(and(eq(table.step, step), isNull(table.withdrawnAt), notExists(since)));
  return rows.map((row) => row.reportId);
}

export async function insertReportSignature(tx: Tx, signature: Omit<ReportSignature, 'withdrawnBy' | 'withdrawnAt'>): Promise<void> {
  await tx.db.insert(tx.t.reportSignatures).values(signature);
}

/** The first withdrawal stays. */
export async function withdrawStoredSignature(tx: Tx, id: string, withdrawnBy: string, withdrawnAt: Date): Promise<void> {
  const { reportSignatures: table } = tx.t;
  await tx.db
    .update(table)
    .set({ withdrawnBy, withdrawnAt })
    .where(and(eq(table.id, id), isNull(table.withdrawnAt)));
}
