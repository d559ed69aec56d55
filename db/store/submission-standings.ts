import { eq, inArray, or, sql } from 'drizzle-orm';
import type { EventFacts } from '@/server/domain/audit';
import { movesOf } from '@/server/domain/workflow/moves-waiting';
import { prepared } from './prepared';
import type { Reader, Tx } from './store';

/** What a reviewer's list says of a submission that waits, kept so that nobody compares and checks them all to show some. Nothing is decided by it. */
export interface SubmissionStanding {
  /** Cells that say something else than in the submission before; null for the first. */
  changed: number | null;
  /** No opening restated or moved since, and nothing that asks for an explanation. */
  isPlain: boolean;
  /** It was compared with other units, so that what is approved of those may move it. */
  hasPeers: boolean;
}

/** Keeps what was just found, in the transaction that submits. @param of.rules what it was checked by */
export async function keepSubmissionStanding(
  tx: Tx,
  of: { filingId: string; number: number; rules: string },
  standing: SubmissionStanding,
): Promise<void> {
  const { submissionStandings: table } = tx.t;
  const { filingId, ...said } = { ...of, ...standing };
  await tx.db
    .insert(table)
    .values({ filingId, ...said, mark: 0, ofMark: 0 })
    .onConflictDoUpdate({ target: table.filingId, set: { ...said, ofMark: sql`${table.mark}` } });
}

/** One that waits again, as after an approval that was taken back: what was known of it is looked at anew. */
export async function awaitSubmissionStanding(tx: Tx, filingId: string, number: number): Promise<void> {
  await tx.db
    .insert(tx.t.submissionStandings)
    .values({ filingId, number, changed: null, isPlain: false, hasPeers: false, rules: '', mark: 1, ofMark: 0 })
    .onConflictDoNothing();
}

/** What is decided waits no more. */
export async function dropSubmissionStanding(tx: Tx, filingId: string): Promise<void> {
  await tx.db.delete(tx.t.submissionStandings).where(eq(tx.t.submissionStandings.filingId, filingId));
}

/** Marks what these events may have changed, in the transaction that records them. */
export async function moveSubmissionStandings(tx: Tx, facts: readonly EventFacts[]): Promise<void> {
  const moves = facts.map((fact) => ({ unitId: fact.unitId, of: movesOf(fact) })).filter(({ of }) => of !== 'nothing');
  if (moves.length === 0) return;
  const { submissionStandings: table } = tx.t;
  const next = { mark: sql`${table.mark} + 1` };
  if (moves.some(({ of, unitId }) => of === 'all' || unitId === null)) {
    await tx.db.update(table).set(next);
    return;
  }
  const ofUnit = prepared(tx, 'submission-standings.move', (at) => at.db.update(table).set(next).where(isOfUnit(at)));
  for (const unitId of new Set(moves.map((move) => move.unitId))) await ofUnit.execute({ unitId });
  if (moves.some(({ of }) => of === 'ledger')) await tx.db.update(table).set(next).where(eq(table.hasPeers, true));
}

/** A closed unit's balances open in what its successor files. */
function isOfUnit({ db, t: { submissionStandings, filings, units } }: Reader) {
  const asked = sql.placeholder('unitId');
  const heir = db.select({ id: units.successorId }).from(units).where(eq(units.id, asked));
  const theirs = db
    .select({ id: filings.id })
    .from(filings)
    .where(or(eq(filings.unitId, asked), inArray(filings.unitId, heir)));
  return inArray(submissionStandings.filingId, theirs);
}
