import { and, asc, eq, inArray, isNull, max, sql } from 'drizzle-orm';
import type { DeclarableSection, Explanation } from '@/server/domain/workflow';
import { byOwner } from './by-owner';
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

/** The texts of some filings, by filing. */
export async function listTextsOf(reader: Reader, filingIds: readonly string[]): Promise<Map<string, StoredText[]>> {
  if (filingIds.length === 0) return new Map();
  const { filingTexts: table } = reader.t;
  const rows = await reader.db
    .select()
    .from(table)
    .where(inArray(table.filingId, [...filingIds]));
  return byOwner(
    rows,
    (row) => row.filingId,
    ({ filingId: _filing, ...text }) => text,
  );
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

/** The declarations of some filings, by filing. */
export async function listDeclarationsOf(reader: Reader, filingIds: readonly string[]): Promise<Map<string, Declaration[]>> {
  if (filingIds.length === 0) return new Map();
  const { declarations: table } = reader.t;
  const rows = await reader.db
    .select()
    .from(table)
    .where(inArray(table.filingId, [...filingIds]))
    .orderBy(asc(table.filingId), asc(table.section));
  return byOwner(
    rows,
    (row) => row.filingId,
    ({ filingId: _filing, ...declaration }) => declaration,
  );
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
  return (await listOpenRemarkIds(reader, [filingId])).get(filingId) ?? [];
}

/** The newest submission of each of some filings that has a remark; a filing without any remark is absent. */
export async function latestRemarked(reader: Reader, filingIds: readonly string[]): Promise<Map<string, number>> {
  if (filingIds.length === 0) return new Map();
  const { remarks: table } = reader.t;
  const rows = await reader.db
    .select({ filingId: table.filingId, number: max(table.submissionNumber) })
    .from(table)
    .where(inArray(table.filingId, [...filingIds]))
    .groupBy(table.filingId);
  return new Map(rows.flatMap(({ filingId, number }) => (number === null ? [] : [[filingId, number]])));
}

/** Remarks without an answer, by filing. */
export async function listOpenRemarkIds(reader: Reader, filingIds: readonly string[]): Promise<Map<string, string[]>> {
  if (filingIds.length === 0) return new Map();
  const { remarks: table } = reader.t;
  const rows = await reader.db
    .select({ id: table.id, filingId: table.filingId })
    .from(table)
    .where(and(inArray(table.filingId, [...filingIds]), isNull(table.answer)));
  return byOwner(
    rows,
    (row) => row.filingId,
    (row) => row.id,
  );
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

/** What was said of the findings of some filings or reports, by owner, the oldest first. */
export async function listExplanationsOf(
  reader: Reader,
  ownerType: ExplanationOwner['ownerType'],
  ownerIds: readonly string[],
): Promise<Map<string, StoredExplanation[]>> {
  if (ownerIds.length === 0) return new Map();
  const { explanations: table } = reader.t;
  const rows = await reader.db
    .select({ ...explanationColumns(reader), ownerId: table.ownerId })
    .from(table)
    .where(and(eq(table.ownerType, ownerType), inArray(table.ownerId, [...ownerIds])))
    .orderBy(asc(table.writtenAt), asc(table.id));
  return byOwner(
    rows,
    (row) => row.ownerId,
    ({ ownerId: _owner, ...explanation }) => explanation,
  );
}

export async function findExplanation(reader: Reader, id: string): Promise<(StoredExplanation & ExplanationOwner) | null> {
  const { t } = reader;
  const [row] = await reader.db
    .select({ ...explanationColumns(reader), ownerType: t.explanations.ownerType, ownerId: t.explanations.ownerId })
    .from(t.explanations)
    .where(eq(t.explanations.id, id));
  return row ?? null;
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

export function explanationColumns({ t }: Reader) {
  const { id, kind, rule, boundTo, text, writtenBy, writtenAt, countersignedBy, countersignedAt } = t.explanations;
  return { id, kind, rule, boundTo, text, writtenBy, writtenAt, countersignedBy, countersignedAt };
}
