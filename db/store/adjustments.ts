import { and, asc, eq, isNull } from 'drizzle-orm';
import type { CellId } from '@/server/domain/formats';
import type { Reader, Tx } from './store';

/** A line between what the quarters add up to and what a report prints. It is never changed: it is signed, or withdrawn. */
export interface StoredAdjustment {
  id: string;
  reportId: string;
  cell: CellId;
  /** What is added to the sum, in the cell's own integer; negative to take away. */
  value: number;
  decimals: number;
  reason: string;
  writtenBy: string;
  writtenAt: Date;
  countersignedBy: string | null;
  countersignedAt: Date | null;
  withdrawnBy: string | null;
  withdrawnAt: Date | null;
}

/** All lines of a report, withdrawn ones too, the oldest first. */
export async function listAdjustments(reader: Reader, reportId: string): Promise<StoredAdjustment[]> {
  const { reportAdjustments: table } = reader.t;
  return reader.db.select().from(table).where(eq(table.reportId, reportId)).orderBy(asc(table.writtenAt), asc(table.id));
}

export async function findAdjustment(reader: Reader, id: string): Promise<StoredAdjustment | null> {
  const { reportAdjustments: table } = reader.t;
  const [row] = await reader.db.select().from(table).where(eq(table.id, id));
  return row ?? null;
}

export async function insertAdjustment(
  tx: Tx,
  line: Omit<StoredAdjustment, 'countersignedBy' | 'countersignedAt' | 'withdrawnBy' | 'withdrawnAt'>,
): Promise<void> {
  await tx.db.insert(tx.t.reportAdjustments).values(line);
}

/** The second signature; the first one given stays. */
export async function signAdjustment(tx: Tx, id: string, countersignedBy: string, countersignedAt: Date): Promise<void> {
  const { reportAdjustments: table } = tx.t;
  await tx.db
    .update(table)
    .set({ countersignedBy, countersignedAt })
    .where(and(eq(table.id, id), isNull(table.countersignedBy)));
}

export async function withdrawStoredAdjustment(tx: Tx, id: string, withdrawnBy: string, withdrawnAt: Date): Promise<void> {
  const { reportAdjustments: table } = tx.t;
  await tx.db
    .update(table)
    .set({ withdrawnBy, withdrawnAt })
    .where(and(eq(table.id, id), isNull(table.withdrawnAt)));
}
