import { asc, eq, inArray, lte, sql } from 'drizzle-orm';
import { prepared } from './prepared';
import type { Reader, Tx } from './store';

/** What was answered to a change that was already done, so that a repeated request is not done twice. */
export async function findChange(reader: Reader, changeId: string): Promise<{ userId: string; result: unknown } | null> {
  const query = prepared(reader, 'changes.find', ({ db, t }) =>
    db
      .select({ userId: t.changes.userId, result: t.changes.result })
      .from(t.changes)
      .where(eq(t.changes.changeId, sql.placeholder('changeId'))),
  );
  const [row] = await query.execute({ changeId });
  return row ?? null;
}

export async function insertChange(
  tx: Tx,
  change: { changeId: string; userId: string; result: unknown; at: Date; forgetAt?: Date | null },
): Promise<void> {
  const { forgetAt = null, ...kept } = change;
  // A placeholder of a time takes no null.
  const query = prepared(tx, forgetAt ? 'changes.insertForgotten' : 'changes.insertKept', ({ db, t }) =>
    db.insert(t.changes).values({
      changeId: sql.placeholder('changeId'),
      userId: sql.placeholder('userId'),
      result: sql.placeholder('result'),
      at: sql.placeholder('at'),
      ...(forgetAt ? { forgetAt: sql.placeholder('forgetAt') } : {}),
    }),
  );
  await query.execute({ ...kept, forgetAt });
}

/** Takes away answers that are not needed any more, the oldest first. @returns how many */
export async function forgetChanges(tx: Tx, now: Date, most: number): Promise<number> {
  const { db, t } = tx;
  const over = db
    .select({ id: t.changes.changeId })
    .from(t.changes)
    .where(lte(t.changes.forgetAt, now))
    .orderBy(asc(t.changes.forgetAt))
    .limit(most);
  return (await db.delete(t.changes).where(inArray(t.changes.changeId, over)).returning({ id: t.changes.changeId })).length;
}
