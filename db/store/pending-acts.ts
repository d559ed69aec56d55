import { and, asc, eq, getTableColumns, lte } from 'drizzle-orm';
import type { Reader, Tx } from './store';

export type PendingAct = Omit<Reader['t']['pendingActs']['$inferSelect'], 'heldPasswordHash'>;
export type PendingActStatus = PendingAct['status'];

export async function insertPendingAct(tx: Tx, act: PendingAct & { heldPasswordHash: string | null }): Promise<void> {
  await tx.db.insert(tx.t.pendingActs).values(act);
}

export async function findPendingAct(reader: Reader, id: string): Promise<PendingAct | null> {
  const [row] = await reader.db.select(columns(reader)).from(reader.t.pendingActs).where(eq(reader.t.pendingActs.id, id));
  return row ?? null;
}

/** What waits, the oldest first. */
export async function listOpenActs(reader: Reader): Promise<PendingAct[]> {
  const { pendingActs } = reader.t;
  return reader.db
    .select(columns(reader))
    .from(pendingActs)
    .where(eq(pendingActs.status, 'open'))
    .orderBy(asc(pendingActs.askedAt), asc(pendingActs.id));
}

/** What waits although its time is over. */
export async function listActsOver(reader: Reader, at: Date): Promise<PendingAct[]> {
  const { pendingActs } = reader.t;
  return reader.db
    .select(columns(reader))
    .from(pendingActs)
    .where(and(eq(pendingActs.status, 'open'), lte(pendingActs.endsAt, at)));
}

/**
 * Settles what waits; the password that waited with it is forgotten.
 *
 * @returns null where it did not wait any more: of all who come at once, one settles it; else the password
 */
export async function settleAct(
  tx: Tx,
  id: string,
  settled: { status: Exclude<PendingActStatus, 'open'>; decidedBy: string | null; decidedAt: Date },
): Promise<{ heldPasswordHash: string | null } | null> {
  const { pendingActs } = tx.t;
  const isOpen = and(eq(pendingActs.id, id), eq(pendingActs.status, 'open'));
  const [held] = await tx.db.select({ heldPasswordHash: pendingActs.heldPasswordHash }).from(pendingActs).where(isOpen);
  const taken = await tx.db
    .update(pendingActs)
    .set({ ...settled, heldPasswordHash: null })
    .where(isOpen)
    .returning({ id: pendingActs.id });
  return held && taken.length > 0 ? held : null;
}

function columns({ t }: Reader) {
  const { heldPasswordHash: _, ...shown } = getTableColumns(t.pendingActs);
  return shown;
}
