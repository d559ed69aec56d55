import { and, desc, eq, inArray, isNull, not, sql } from 'drizzle-orm';
import type { FormatId, RowVariant } from '@/server/domain/formats';
import type { UnitPath } from '@/server/domain/permissions';
import type { UnitKind } from '@/server/domain/units';
import type { FilingStatus } from '@/server/domain/workflow';
import { dueDay } from './due-day';
import { explanationColumns, type StoredExplanation } from './filing-parts';
import { hadItsUnit } from './filings';
import type { Reader } from './store';
import type { SubmissionStanding } from './submission-standings';
import { pathFrom } from './units';

/** A submission that waits for a reviewer, without what was submitted. */
export interface WaitingSubmission {
  filingId: string;
  unitId: string;
  unitName: string;
  unitPath: UnitPath;
  kind: UnitKind;
  dueOn: string;
  year: number;
  quarter: number;
  format: FormatId;
  rowVariant: RowVariant;
  status: FilingStatus;
  submissionNumber: number;
  hash: string;
  submittedBy: string;
  submittedAt: Date;
  isEarly: boolean;
  /** What was written of its findings, of each kind. */
  explained: number;
  exceptions: number;
  /** What is kept of it; null: nothing that is of this submission. */
  standing: KeptStanding | null;
}

export interface KeptStanding extends SubmissionStanding {
  rules: string;
  mark: number;
  isFresh: boolean;
}

/** All submissions that wait, practice or what counts, in no order: a line each, and nothing of what may be long. */
export async function listWaiting(reader: Reader, { isPractice }: { isPractice: boolean }): Promise<WaitingSubmission[]> {
  const { db, t } = reader;
  const { filings, submissions, submissionStandings: kept } = t;
  const said = (kind: StoredExplanation['kind']) =>
    sql<number>`(select count(*) from ${t.explanations} where ${t.explanations.ownerType} = 'filing' and ${t.explanations.ownerId} = ${filings.id} and ${t.explanations.kind} = ${kind})`.mapWith(
      Number,
    );
  const rows = await db
    .select({
      filingId: filings.id,
      unitId: filings.unitId,
      unitName: t.units.name,
      path: t.units.path,
      kind: t.units.kind,
      dueOn: dueDay(reader),
      year: filings.year,
      quarter: filings.quarter,
      format: t.years.format,
      rowVariant: t.years.rowVariant,
      status: filings.status,
      submissionNumber: filings.submissionNumber,
      hash: submissions.hash,
      submittedBy: submissions.submittedBy,
      submittedAt: submissions.submittedAt,
      isEarly: sql`${submissions.earlyReason} is not null`.mapWith(Boolean),
      explained: said('explanation'),
      exceptions: said('exception'),
      // The first of these tells whether there is a row, so it is one that is never null.
      kept: {
        mark: kept.mark,
        changed: kept.changed,
        isPlain: kept.isPlain,
        hasPeers: kept.hasPeers,
        rules: kept.rules,
        ofMark: kept.ofMark,
      },
    })
    .from(filings)
    .innerJoin(t.units, and(eq(t.units.id, filings.unitId), hadItsUnit(reader)))
    .innerJoin(t.years, eq(t.years.year, filings.year))
    .innerJoin(t.quarters, and(eq(t.quarters.year, filings.year), eq(t.quarters.quarter, filings.quarter)))
    .innerJoin(submissions, and(eq(submissions.filingId, filings.id), eq(submissions.number, filings.submissionNumber)))
    .leftJoin(kept, and(eq(kept.filingId, filings.id), eq(kept.number, filings.submissionNumber)))
    .where(and(isUnderWay(reader, isPractice), inArray(filings.status, ['submitted', 'in_review'])));
  return rows.map(({ path, kept: standing, ...row }) => ({ ...row, unitPath: pathFrom(path), standing: standing && freshOrNot(standing) }));
}

/** Practice is over once the quarter itself is approved. */
function isUnderWay({ t: { filings } }: Reader, isPractice: boolean) {
  if (!isPractice) return eq(filings.isPractice, false);
  const isOver = sql`exists (select 1 from ${filings} as counted where counted.unit_id = ${filings.unitId} and counted.year = ${filings.year} and counted.quarter = ${filings.quarter} and not counted.is_practice and counted.status in ('approved', 'locked'))`;
  return and(eq(filings.isPractice, true), not(isOver));
}

function freshOrNot({ ofMark, ...standing }: Omit<KeptStanding, 'isFresh'> & { ofMark: number }): KeptStanding {
  return { ...standing, isFresh: ofMark === standing.mark };
}

/** An exception that nobody has countersigned, of a filing that is not approved. */
export type UnsignedException = StoredExplanation &
  Pick<WaitingSubmission, 'filingId' | 'unitName' | 'unitPath' | 'year' | 'quarter' | 'status'>;

/** Exceptions that wait for a second signature, those written last first. Ones whose values have changed since are among them. */
export async function listUnsignedExceptions(reader: Reader, { isPractice }: { isPractice: boolean }): Promise<UnsignedException[]> {
  const { explanations, filings, units } = reader.t;
  const rows = await reader.db
    .select({
      ...explanationColumns(reader),
      filingId: filings.id,
      unitName: units.name,
      path: units.path,
      year: filings.year,
      quarter: filings.quarter,
      status: filings.status,
    })
    .from(explanations)
    .innerJoin(filings, eq(filings.id, explanations.ownerId))
    .innerJoin(units, and(eq(units.id, filings.unitId), hadItsUnit(reader)))
    .where(
      and(
        eq(explanations.kind, 'exception'),
        isNull(explanations.countersignedBy),
        eq(explanations.ownerType, 'filing'),
        isUnderWay(reader, isPractice),
        inArray(filings.status, ['open', 'returned', 'submitted', 'in_review']),
      ),
    )
    .orderBy(desc(explanations.writtenAt), desc(explanations.id));
  return rows.map(({ path, ...row }) => ({ ...row, unitPath: pathFrom(path) }));
}
