import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { ExplanationOwner } from './filing-parts';
import type { Reader, Tx } from './store';

/** Somebody's word that a rule is wrong, on the finding of a filing or report, and the office's answer. */
export interface RuleNote extends ExplanationOwner {
  id: string;
  rule: string;
  unitId: string;
  text: string;
  writtenBy: string;
  writtenAt: Date;
  answerText: string | null;
  answeredBy: string | null;
  answeredAt: Date | null;
}

export async function insertRuleNote(tx: Tx, note: Omit<RuleNote, 'answerText' | 'answeredBy' | 'answeredAt'>): Promise<void> {
  await tx.db.insert(tx.t.ruleNotes).values(note);
}

export async function findRuleNote(reader: Reader, id: string): Promise<RuleNote | null> {
  const [row] = await reader.db.select().from(reader.t.ruleNotes).where(eq(reader.t.ruleNotes.id, id));
  return row ?? null;
}

/** Notes about units, the newest first. */
export async function listRuleNotes(reader: Reader, unitIds: readonly string[]): Promise<RuleNote[]> {
  if (unitIds.length === 0) return [];
  const { t } = reader;
  return reader.db
    .select()
    .from(t.ruleNotes)
    .where(inArray(t.ruleNotes.unitId, [...unitIds]))
    .orderBy(desc(t.ruleNotes.writtenAt), asc(t.ruleNotes.id));
}

export async function ruleNotesOf(reader: Reader, { ownerType, ownerId }: ExplanationOwner): Promise<RuleNote[]> {
  const { t } = reader;
  return reader.db
    .select()
    .from(t.ruleNotes)
    .where(and(eq(t.ruleNotes.ownerType, ownerType), eq(t.ruleNotes.ownerId, ownerId)))
    .orderBy(asc(t.ruleNotes.writtenAt), asc(t.ruleNotes.id));
}

export async function answerRuleNote(
  tx: Tx,
  id: string,
  answer: { answerText: string; answeredBy: string; answeredAt: Date },
): Promise<void> {
  await tx.db.update(tx.t.ruleNotes).set(answer).where(eq(tx.t.ruleNotes.id, id));
}
