import { eq, sql } from 'drizzle-orm';
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

export async function insertChange(tx: Tx, change: { changeId: string; userId: string; result: unknown; at: Date }): Promise<void> {
  const query = prepared(tx, 'changes.insert', ({ db, t }) =>
    db.insert(t.changes).values({
      changeId: sql.placeholder('changeId'),
      userId: sql.placeholder('userId'),
      result: sql.placeholder('result'),
      at: sql.placeholder('at'),
    }),
  );
  await query.execute({ ...change });
}
