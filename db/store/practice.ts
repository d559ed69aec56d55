import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import type { FilingStatus } from '@/server/domain/workflow';
import { type Filing, listFilings, selectFilings, toFiling } from './filings';
import type { Reader, Tx } from './store';

/** The practice of a unit's quarter, also one that is over. */
export async function findPracticeOf(reader: Reader, unitId: string, year: number, quarter: number): Promise<Filing | null> {
  const { t } = reader;
  const [row] = await selectFilings(reader).where(
    and(eq(t.filings.isPractice, true), eq(t.filings.unitId, unitId), eq(t.filings.year, year), eq(t.filings.quarter, quarter)),
  );
  return row ? toFiling(row) : null;
}

/**
 * Practice that goes on, by period and then by the office's list of units. It is over once its person has ended it (`locked`)
 * or the quarter itself is approved: then there is nothing left to practise for.
 */
export async function listPractice(
  reader: Reader,
  filter: { unitIds?: readonly string[]; statuses?: readonly FilingStatus[] },
): Promise<Filing[]> {
  const { t } = reader;
  const rows = await selectFilings(reader)
    .where(
      and(
        eq(t.filings.isPractice, true),
        ne(t.filings.status, 'locked'),
        ...(filter.unitIds ? [inArray(t.filings.unitId, [...filter.unitIds])] : []),
        ...(filter.statuses ? [inArray(t.filings.status, [...filter.statuses])] : []),
      ),
    )
    .orderBy(asc(t.filings.year), asc(t.filings.quarter), asc(t.units.sort), asc(t.units.id));
  if (rows.length === 0) return [];
  const unitIds = [...new Set(rows.map((row) => row.unitId))];
  const done = new Set((await listFilings(reader, { unitIds, statuses: ['approved', 'locked'] })).map(periodOf));
  return rows.map(toFiling).filter((filing) => !done.has(periodOf(filing)));
}

/**
 * Takes away what was typed and said in a practice quarter. Its submissions stay in the store, recalled, because no submission
 * is ever deleted; a new round goes on counting from them.
 *
 * @throws Error for a filing that counts: nothing of it is ever taken away
 */
export async function emptyPractice(tx: Tx, filing: Filing, change: { status: 'open' | 'locked'; by: string; at: Date }): Promise<void> {
  if (!filing.isPractice) throw new Error(`filing ${filing.id} counts; it cannot be emptied`);
  const { db, t } = tx;
  const { id } = filing;
  await db.delete(t.figures).where(eq(t.figures.filingId, id));
  await db.delete(t.filingTexts).where(eq(t.filingTexts.filingId, id));
  await db.delete(t.declarations).where(eq(t.declarations.filingId, id));
  const remarks = db.select({ id: t.remarks.id }).from(t.remarks).where(eq(t.remarks.filingId, id));
  await db.delete(t.remarkReplies).where(inArray(t.remarkReplies.remarkId, remarks));
  await db.delete(t.remarks).where(eq(t.remarks.filingId, id));
  await db.delete(t.comments).where(eq(t.comments.filingId, id));
  await db.delete(t.followUps).where(eq(t.followUps.filingId, id));
  await db.delete(t.restatements).where(eq(t.restatements.filingId, id));
  await db.delete(t.signOffs).where(eq(t.signOffs.filingId, id));
  await db.delete(t.explanations).where(and(eq(t.explanations.ownerType, 'filing'), eq(t.explanations.ownerId, id)));
  await db
    .update(t.submissions)
    .set({ outcome: 'recalled', decidedBy: change.by, decidedAt: change.at, returnReason: null })
    .where(eq(t.submissions.filingId, id));
  await db.update(t.filings).set({ status: change.status, updatedAt: change.at }).where(eq(t.filings.id, id));
}

function periodOf({ unitId, year, quarter }: Pick<Filing, 'unitId' | 'year' | 'quarter'>): string {
  return `${unitId} ${year} ${quarter}`;
}
