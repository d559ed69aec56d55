import { and, eq, exists, inArray, like, or, sql } from 'drizzle-orm';
import type { EventFacts } from '@/server/domain/audit';
import { movesReports } from '@/server/domain/signing/moves-reports';
import type { Reader, Tx } from './store';

/**
 * What a report that goes round would be signed under, kept so that nobody adds it up to see whose turn it is. Nothing is decided by it: who
 * signs or finalises adds up anew.
 */
export interface ReportStanding {
  reportId: string;
  /** Grows with everything that may change what the report says. */
  mark: number;
  /** Whether the hashes are of this mark. */
  isFresh: boolean;
  /** The rules it was checked by, with what the deployment changes in them. */
  rules: string;
  /** SHA-256 of each part. */
  hashes: Readonly<Record<string, string>>;
  /** What the restated first openings would have followed, by `filingId cell`: it moves with figures that nobody has approved. */
  restated: Readonly<Record<string, number | null>>;
}

/** The standings of some reports that are kept, by report. */
export async function listReportStandings(reader: Reader, reportIds: readonly string[]): Promise<Map<string, ReportStanding>> {
  if (reportIds.length === 0) return new Map();
  const { reportStandings: table } = reader.t;
  const rows = await reader.db
    .select()
    .from(table)
    .where(inArray(table.reportId, [...reportIds]));
  return new Map(rows.map(({ ofMark, ...row }) => [row.reportId, { ...row, isFresh: ofMark === row.mark }]));
}

/** Keeps what was just added up, in the transaction that did. */
export async function keepReportStanding(tx: Tx, kept: Pick<ReportStanding, 'reportId' | 'rules' | 'hashes' | 'restated'>): Promise<void> {
  const { reportStandings: table } = tx.t;
  const { reportId, rules } = kept;
  const said = { rules, hashes: { ...kept.hashes }, restated: { ...kept.restated } };
  await tx.db
    .insert(table)
    .values({ reportId, mark: 0, ofMark: 0, ...said })
    .onConflictDoUpdate({ target: table.reportId, set: { ...said, ofMark: sql`${table.mark}` } });
}

/** A report that is finalised goes round no more. */
export async function dropReportStanding(tx: Tx, reportId: string): Promise<void> {
  await tx.db.delete(tx.t.reportStandings).where(eq(tx.t.reportStandings.reportId, reportId));
}

/** Marks the reports that these events may have changed, in the transaction that records them. */
export async function moveReportStandings(tx: Tx, facts: readonly Pick<EventFacts, 'kind' | 'unitId'>[]): Promise<void> {
  const moving = facts.filter(({ kind }) => movesReports[kind] !== 'nothing');
  if (moving.length === 0) return;
  const { reportStandings: table, reports, units } = tx.t;
  const unitIds = [...new Set(moving.flatMap(({ kind, unitId }) => (movesReports[kind] === 'unit' && unitId !== null ? [unitId] : [])))];
  const isAll = unitIds.length === 0 || moving.some(({ kind, unitId }) => movesReports[kind] === 'all' || unitId === null);
  // A closed unit's balances stand in the reports of those that took it over.
  const heirs = tx.db.select({ id: units.successorId }).from(units).where(inArray(units.id, unitIds));
  const isOver = tx.db
    .select({ id: units.id })
    .from(units)
    .innerJoin(reports, eq(reports.id, table.reportId))
    .where(and(or(inArray(units.id, unitIds), inArray(units.id, heirs)), like(units.path, sql`'%/' || ${reports.unitId} || '/%'`)));
  await tx.db
    .update(table)
    .set({ mark: sql`${table.mark} + 1` })
    .where(isAll ? undefined : exists(isOver));
}
