import { and, asc, eq, gt, isNull, notExists } from 'drizzle-orm';
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
