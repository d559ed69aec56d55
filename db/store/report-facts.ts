import { and, asc, eq } from 'drizzle-orm';
import type { Exactness } from '@/server/domain/prose';
import type { Reader, Tx } from './store';

/** A local fact of a report: a number its texts state and no statutory table holds. */
export interface ReportFact {
  id: string;
  reportId: string;
  name: string;
  /** Digits: 1203, 96.5. */
  value: string;
  unit: string;
  exactness: Exactness;
  /** Who answers for it; null: the report's own office. */
  ownerUnitId: string | null;
  evidence: string;
  version: number;
  savedBy: string;
  savedAt: Date;
  retiredAt: Date | null;
}

/** The facts of a report in the order they were saved, retired ones among them. */
export async function listReportFacts(reader: Reader, reportId: string): Promise<ReportFact[]> {
  const { reportFacts } = reader.t;
  return reader.db
    .select()
    .from(reportFacts)
    .where(eq(reportFacts.reportId, reportId))
    .orderBy(asc(reportFacts.savedAt), asc(reportFacts.name), asc(reportFacts.id));
}

export async function findReportFact(reader: Reader, id: string): Promise<ReportFact | null> {
  const { reportFacts } = reader.t;
  const [row] = await reader.db.select().from(reportFacts).where(eq(reportFacts.id, id));
  return row ?? null;
}

export async function insertReportFact(tx: Tx, fact: ReportFact): Promise<void> {
  await tx.db.insert(tx.t.reportFacts).values(fact);
}

export async function updateReportFact(
  tx: Tx,
  of: { reportId: string; id: string },
  change: Partial<Omit<ReportFact, 'id' | 'reportId'>>,
): Promise<void> {
  const { reportFacts } = tx.t;
  await tx.db
    .update(reportFacts)
    .set(change)
    .where(and(eq(reportFacts.reportId, of.reportId), eq(reportFacts.id, of.id)));
}
