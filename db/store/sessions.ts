import { and, eq, isNull, sql } from 'drizzle-orm';
import { prepared } from './prepared';
import type { Reader, Tx } from './store';

export interface LiveSession {
  id: string;
  userId: string;
  userName: string;
  username: string;
  isActive: boolean;
  createdAt: Date;
  lastSeenAt: Date;
  endedAt: Date | null;
}

/** The session with its person, as they stand at this moment. Asked on every request. */
export async function findSession(reader: Reader, id: string): Promise<LiveSession | null> {
  const query = prepared(reader, 'sessions.find', ({ db, t }) =>
    db
      .select({
        id: t.sessions.id,
        userId: t.sessions.userId,
        userName: t.users.name,
        username: t.users.username,
        isActive: t.users.isActive,
        createdAt: t.sessions.createdAt,
        lastSeenAt: t.sessions.lastSeenAt,
        endedAt: t.sessions.endedAt,
      })
      .from(t.sessions)
      .innerJoin(t.users, eq(t.users.id, t.sessions.userId))
      .where(eq(t.sessions.id, sql.placeholder('id'))),
  );
  const [row] = await query.execute({ id });
  return row ?? null;
}

export async function insertSession(tx: Tx, session: { id: string; userId: string; at: Date }): Promise<void> {
  await tx.db.insert(tx.t.sessions).values({ id: session.id, userId: session.userId, createdAt: session.at, lastSeenAt: session.at });
}

export async function touchSession(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.db.update(tx.t.sessions).set({ lastSeenAt: at }).where(eq(tx.t.sessions.id, id));
}

export async function endSession(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.db
    .update(tx.t.sessions)
    .set({ endedAt: at })
    .where(and(eq(tx.t.sessions.id, id), isNull(tx.t.sessions.endedAt)));
}

/** Ends every session of a person: on a new password, on being disabled. */
export async function endSessionsOf(tx: Tx, userId: string, at: Date): Promise<void> {
  await tx.db
    .update(tx.t.sessions)
    .set({ endedAt: at })
    .where(and(eq(tx.t.sessions.userId, userId), isNull(tx.t.sessions.endedAt)));
}
