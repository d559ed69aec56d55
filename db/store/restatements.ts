import { and, asc, eq, inArray } from 'drizzle-orm';
import type { CellId } from '@/server/domain/formats';
import type { Reader, Tx } from './store';

/** An opening that was restated: the value that counts in place of the closing it would follow, and why. */
export interface Restatement {
  cell: CellId;
  value: number;
  decimals: number;
  reason: string;
  writtenBy: string;
  writtenAt: Date;
}

export async function listRestatements(reader: Reader, filingId: string): Promise<Restatement[]> {
  const { t } = reader;
  const rows = await reader.db.select().from(t.restatements).where(eq(t.restatements.filingId, filingId)).orderBy(asc(t.restatements.cell));
  return rows.map(({ filingId: _filing, ...restatement }) => restatement);
}

/** What is restated in any of some filings, in the order of the cells. */
export async function listRestatementsOf(reader: Reader, filingIds: readonly string[]): Promise<(Restatement & { filingId: string })[]> {
  if (filingIds.length === 0) return [];
  const { restatements: table } = reader.t;
  return reader.db
    .select()
    .from(table)
    .where(inArray(table.filingId, [...filingIds]))
    .orderBy(asc(table.cell), asc(table.filingId));
}

export async function upsertRestatement(tx: Tx, filingId: string, restatement: Restatement): Promise<void> {
  const { restatements: table } = tx.t;
  const { cell, ...set } = restatement;
  await tx.db
    .insert(table)
    .values({ filingId, cell, ...set })
    .onConflictDoUpdate({ target: [table.filingId, table.cell], set });
}

export async function deleteRestatement(tx: Tx, filingId: string, cell: CellId): Promise<void> {
  const { restatements: table } = tx.t;
  await tx.db.delete(table).where(and(eq(table.filingId, filingId), eq(table.cell, cell)));
}
