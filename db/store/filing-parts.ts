import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { DeclarableSection, Explanation } from '@/server/domain/workflow';
import { prepared } from './prepared';
import type { Reader, Tx } from './store';

export interface StoredText {
  key: string;
  text: string;
  version: number;
  savedBy: string;
  savedAt: Date;
}

export async function listTexts(reader: Reader, filingId: string): Promise<StoredText[]> {
  const { t } = reader;
  return reader.db
    .select({
      key: t.filingTexts.key,
      text: t.filingTexts.text,
      version: t.filingTexts.version,
      savedBy: t.filingTexts.savedBy,
      savedAt: t.filingTexts.savedAt,
    })
    .from(t.filingTexts)
    .where(eq(t.filingTexts.filingId, filingId));
}

export async function upsertText(tx: Tx, filingId: string, text: StoredText): Promise<void> {
  const { key, ...set } = text;
  await tx.db
    .insert(tx.t.filingTexts)
    .values({ filingId, ...text })
    .onConflictDoUpdate({ target: [tx.t.filingTexts.filingId, tx.t.filingTexts.key], set });
}

export interface Declaration {
  section: DeclarableSection;
  declaredBy: string;
  declaredAt: Date;
}

export async function listDeclarations(reader: Reader, filingId: string): Promise<Declaration[]> {
  const query = prepared(reader, 'declarations.list', ({ db, t }) =>
    db
      .select({ section: t.declarations.section, declaredBy: t.declarations.declaredBy, declaredAt: t.declarations.declaredAt })
      .from(t.declarations)
      .where(eq(t.declarations.filingId, sql.placeholder('filingId')))
      .orderBy(asc(t.declarations.section)),
  );
  return query.execute({ filingId });
}

export async function insertDeclaration(tx: Tx, filingId: string, declaration: Declaration): Promise<void> {
  await tx.db
    .insert(tx.t.declarations)
    .values({ filingId, ...declaration })
    .onConflictDoNothing();
}

export async function deleteDeclaration(tx: Tx, filingId: string, section: DeclarableSection): Promise<void> {
  await tx.db.delete(tx.t.declarations).where(and(eq(tx.t.declarations.filingId, filingId), eq(tx.t.declarations.section, section)));
}

export interface Remark {
  id: string;
  filingId: string;
  submissionNumber: number;
  anchor: string;
  text: string;
  writtenBy: string;
  writtenAt: Date;
  answer: 'changed' | 'not_changed' | null;
  answerText: string | null;
  answeredBy: string | null;
  answeredAt: Date | null;
}

export async function listRemarks(reader: Reader, filingId: string): Promise<Remark[]> {
  const { t } = reader;
  return reader.db.select().from(t.remarks).where(eq(t.remarks.filingId, filingId)).orderBy(asc(t.remarks.writtenAt), asc(t.remarks.id));
}

export async function findRemark(reader: Reader, id: string): Promise<Remark | null> {
  const [row] = await reader.db.select().from(reader.t.remarks).where(eq(reader.t.remarks.id, id));
  return row ?? null;
}

export async function openRemarkIds(reader: Reader, filingId: string): Promise<string[]> {
  const { t } = reader;
  const rows = await reader.db
    .select({ id: t.remarks.id })
    .from(t.remarks)
    .where(and(eq(t.remarks.filingId, filingId), isNull(t.remarks.answer)));
  return rows.map((row) => row.id);
}

export async function insertRemark(
  tx: Tx,
  remark: Pick<Remark, 'id' | 'filingId' | 'submissionNumber' | 'anchor' | 'text' | 'writtenBy' | 'writtenAt'>,
): Promise<void> {
  await tx.db.insert(tx.t.remarks).values(remark);
}

export async function answerRemark(
  tx: Tx,
  id: string,
  answer: { answer: 'changed' | 'not_changed'; answerText: string; answeredBy: string; answeredAt: Date },
): Promise<void> {
  await tx.db.update(tx.t.remarks).set(answer).where(eq(tx.t.remarks.id, id));
}

export type StoredExplanation = Explanation & { writtenAt: Date; countersignedAt: Date | null };
export interface ExplanationOwner {
  ownerType: 'filing' | 'report';
  ownerId: string;
}

export async function listExplanations(reader: Reader, owner: ExplanationOwner): Promise<StoredExplanation[]> {
  const { t } = reader;
  return reader.db
    .select(explanationColumns(reader))
    .from(t.explanations)
    .where(and(eq(t.explanations.ownerType, owner.ownerType), eq(t.explanations.ownerId, owner.ownerId)))
    .orderBy(asc(t.explanations.writtenAt), asc(t.explanations.id));
}

export async function findExplanation(reader: Reader, id: string): Promise<(StoredExplanation & ExplanationOwner) | null> {
  const { t } = reader;
  const [row] = await reader.db
    .select({ ...explanationColumns(reader), ownerType: t.explanations.ownerType, ownerId: t.explanations.ownerId })
    .from(t.explanations)
    .where(eq(t.explanations.id, id));
  return row ?? null;
}

/** Exceptions of these filings that wait for a second signature. */
export async function exceptionsToCountersign(
  reader: Reader,
  filingIds: readonly string[],
): Promise<(StoredExplanation & ExplanationOwner)[]> {
  if (filingIds.length === 0) return [];
  const { t } = reader;
  return reader.db
    .select({ ...explanationColumns(reader), ownerType: t.explanations.ownerType, ownerId: t.explanations.ownerId })
    .from(t.explanations)
    .where(
      and(
        eq(t.explanations.ownerType, 'filing'),
        inArray(t.explanations.ownerId, [...filingIds]),
        eq(t.explanations.kind, 'exception'),
        isNull(t.explanations.countersignedBy),
      ),
    )
    .orderBy(desc(t.explanations.writtenAt));
}

export async function insertExplanation(
  tx: Tx,
  owner: ExplanationOwner,
  explanation: Omit<StoredExplanation, 'countersignedBy' | 'countersignedAt'>,
): Promise<void> {
  await tx.db.insert(tx.t.explanations).values({ ...owner, ...explanation });
}

export async function countersignExplanation(tx: Tx, id: string, by: string, at: Date): Promise<void> {
  await tx.db.update(tx.t.explanations).set({ countersignedBy: by, countersignedAt: at }).where(eq(tx.t.explanations.id, id));
}

function explanationColumns({ t }: Reader) {
  const { id, kind, rule, boundTo, text, writtenBy, writtenAt, countersignedBy, countersignedAt } = t.explanations;
  return { id, kind, rule, boundTo, text, writtenBy, writtenAt, countersignedBy, countersignedAt };
}
