import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { TextKey } from '@/server/domain/formats';
import { byOwner } from './by-owner';
import type { Reader, Tx } from './store';

/** A paragraph that a roll-over brought into a report's text, as it was stored then. */
export interface StoredCarriedParagraph {
  id: string;
  reportId: string;
  key: TextKey;
  text: string;
  fromYear: number;
  carriedBy: string;
  carriedAt: Date;
  confirmedBy: string | null;
  confirmedAt: Date | null;
}

/** In the order they were carried; those of one roll-over by text and words. */
export async function listCarriedParagraphs(reader: Reader, reportId: string): Promise<StoredCarriedParagraph[]> {
  const { carriedParagraphs: table } = reader.t;
  return reader.db.select().from(table).where(eq(table.reportId, reportId)).orderBy(asc(table.carriedAt), asc(table.key), asc(table.id));
}

/** The same of some reports, by report. */
export async function listCarriedParagraphsOf(
  reader: Reader,
  reportIds: readonly string[],
): Promise<Map<string, StoredCarriedParagraph[]>> {
  if (reportIds.length === 0) return new Map();
  const { carriedParagraphs: table } = reader.t;
  const rows = await reader.db
    .select()
    .from(table)
    .where(inArray(table.reportId, [...reportIds]))
    .orderBy(asc(table.carriedAt), asc(table.key), asc(table.id));
  return byOwner(
    rows,
    (row) => row.reportId,
    (row) => row,
  );
}

export async function insertCarriedParagraph(tx: Tx, paragraph: StoredCarriedParagraph): Promise<void> {
  await tx.db.insert(tx.t.carriedParagraphs).values(paragraph);
}

/** Says once that it still holds; who said so first stands. */
export async function confirmCarriedParagraph(
  tx: Tx,
  of: { reportId: string; id: string },
  by: { confirmedBy: string; confirmedAt: Date },
): Promise<void> {
  const { carriedParagraphs: table } = tx.t;
  await tx.db
    .update(table)
    .set(by)
    .where(and(eq(table.reportId, of.reportId), eq(table.id, of.id), isNull(table.confirmedAt)));
}
