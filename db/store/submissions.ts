import { and, asc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import { isNotPractice } from './filings';
import { prepared } from './prepared';
import type { Reader, Tx } from './store';
import { awaitSubmissionStanding, dropSubmissionStanding } from './submission-standings';

export interface Submission {
  id: string;
  filingId: string;
  number: number;
  content: string;
  hash: string;
  submittedBy: string;
  submittedAt: Date;
  /** Why it came before its quarter had ended. */
  earlyReason: string | null;
  outcome: 'pending' | 'recalled' | 'returned' | 'approved';
  decidedBy: string | null;
  decidedAt: Date | null;
  returnReason: string | null;
}

export async function listSubmissions(reader: Reader, filingId: string): Promise<Submission[]> {
  return reader.db
    .select()
    .from(reader.t.submissions)
    .where(eq(reader.t.submissions.filingId, filingId))
    .orderBy(asc(reader.t.submissions.number));
}

/** A submission without what was submitted, which may be long. */
export type SubmissionHead = Omit<Submission, 'content'>;

export async function listSubmissionHeads(reader: Reader, filingId: string): Promise<SubmissionHead[]> {
  const query = prepared(reader, 'submissions.heads', ({ db, t: { submissions } }) => {
    const { content: _content, ...head } = getTableColumns(submissions);
    return db
      .select(head)
      .from(submissions)
      .where(eq(submissions.filingId, sql.placeholder('filingId')))
      .orderBy(asc(submissions.number));
  });
  return query.execute({ filingId });
}

export async function findSubmission(reader: Reader, filingId: string, number: number): Promise<Submission | null> {
  const { t } = reader;
  const [row] = await reader.db
    .select()
    .from(t.submissions)
    .where(and(eq(t.submissions.filingId, filingId), eq(t.submissions.number, number)));
  return row ?? null;
}

/** The submission of each of some filings that has a number. In no order. */
export async function findSubmissionsOf(
  reader: Reader,
  asked: readonly { filingId: string; number: number }[],
): Promise<Map<string, Submission>> {
  if (asked.length === 0) return new Map();
  const { submissions: table } = reader.t;
  const numbers = new Map(asked.map((one) => [one.filingId, one.number]));
  const rows = await reader.db
    .select()
    .from(table)
    .where(and(inArray(table.filingId, [...numbers.keys()]), inArray(table.number, [...new Set(numbers.values())])));
  return new Map(rows.filter((row) => numbers.get(row.filingId) === row.number).map((row) => [row.filingId, row]));
}

/** The newest return of each of some filings, as the reviewer put it; a filing that was never returned is absent. */
export async function latestReturns(
  reader: Reader,
  filingIds: readonly string[],
): Promise<Map<string, { by: string | null; reason: string | null }>> {
  if (filingIds.length === 0) return new Map();
  const { submissions: table } = reader.t;
  const rows = await reader.db
    .select({ filingId: table.filingId, by: table.decidedBy, reason: table.returnReason })
    .from(table)
    .where(and(inArray(table.filingId, [...filingIds]), eq(table.outcome, 'returned')))
    .orderBy(asc(table.number));
  return new Map(rows.map(({ filingId, by, reason }) => [filingId, { by, reason }]));
}

/** The content hash of the newest submission of each of some filings that has one, without the content. */
export async function newestHashesOf(reader: Reader, filingIds: readonly string[]): Promise<Map<string, string>> {
  if (filingIds.length === 0) return new Map();
  const { submissions, filings } = reader.t;
  const rows = await reader.db
    .select({ filingId: filings.id, hash: submissions.hash })
    .from(filings)
    .innerJoin(submissions, and(eq(submissions.filingId, filings.id), eq(submissions.number, filings.submissionNumber)))
    .where(inArray(filings.id, [...filingIds]));
  return new Map(rows.map((row) => [row.filingId, row.hash]));
}

export type ApprovedSubmission = Pick<Submission, 'filingId' | 'number' | 'hash' | 'submittedBy' | 'decidedBy' | 'decidedAt'>;

function approvedColumns({ t: { submissions } }: Pick<Reader, 't'>) {
  const { filingId, number, hash, submittedBy, decidedBy, decidedAt } = submissions;
  return { filingId, number, hash, submittedBy, decidedBy, decidedAt };
}

/** The submissions that stand behind a year: the newest of each approved or locked filing of some units, without their contents. */
export async function listApprovedSubmissions(reader: Reader, year: number, unitIds: readonly string[]): Promise<ApprovedSubmission[]> {
  const { submissions, filings } = reader.t;
  return reader.db
    .select(approvedColumns(reader))
    .from(filings)
    .innerJoin(submissions, and(eq(submissions.filingId, filings.id), eq(submissions.number, filings.submissionNumber)))
    .where(
      and(
        isNotPractice(reader),
        eq(filings.year, year),
        inArray(filings.unitId, [...unitIds]),
        inArray(filings.status, ['approved', 'locked']),
      ),
    );
}

/** The submission that stands behind each of some approved or locked filings, without its content. */
export async function listApprovedOf(reader: Reader, filingIds: readonly string[]): Promise<ApprovedSubmission[]> {
  if (filingIds.length === 0) return [];
  const { submissions, filings } = reader.t;
  return reader.db
    .select(approvedColumns(reader))
    .from(filings)
    .innerJoin(submissions, and(eq(submissions.filingId, filings.id), eq(submissions.number, filings.submissionNumber)))
    .where(and(isNotPractice(reader), inArray(filings.id, [...filingIds]), inArray(filings.status, ['approved', 'locked'])));
}

export async function insertSubmission(
  tx: Tx,
  submission: Pick<Submission, 'id' | 'filingId' | 'number' | 'content' | 'hash' | 'submittedBy' | 'submittedAt'> & {
    earlyReason?: string | null;
  },
): Promise<void> {
  await tx.db.insert(tx.t.submissions).values({ ...submission, outcome: 'pending' });
}

export async function decideSubmission(
  tx: Tx,
  filingId: string,
  number: number,
  decision:
    | { outcome: 'recalled' | 'returned' | 'approved'; decidedBy: string; decidedAt: Date; returnReason?: string | null }
    /** A decision that was taken back. */
    | { outcome: 'pending'; decidedBy: null; decidedAt: null },
): Promise<void> {
  const { t } = tx;
  await tx.db
    .update(t.submissions)
    .set(decision)
    .where(and(eq(t.submissions.filingId, filingId), eq(t.submissions.number, number)));
  await (decision.outcome === 'pending' ? awaitSubmissionStanding(tx, filingId, number) : dropSubmissionStanding(tx, filingId));
}
