import { and, desc, eq, gt, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm';
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
  /** When the person's password was set; null without one, or when that is not known. */
  passwordSetAt: Date | null;
  /** The identity provider that said who came; null: a password did, or one click. */
  issuer: string | null;
  byPassword: boolean;
  hasSecondFactor: boolean;
}

/** A session as its own person sees it in a list. */
export interface OwnSession {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  ip: string | null;
  agent: string | null;
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
        passwordSetAt: t.users.passwordSetAt,
        issuer: t.sessions.issuer,
        byPassword: t.sessions.byPassword,
        factorOf: t.secondFactors.userId,
      })
      .from(t.sessions)
      .innerJoin(t.users, eq(t.users.id, t.sessions.userId))
      .leftJoin(t.secondFactors, eq(t.secondFactors.userId, t.sessions.userId))
      .where(eq(t.sessions.id, sql.placeholder('id'))),
  );
  const [row] = await query.execute({ id });
  if (!row) return null;
  const { factorOf, ...session } = row;
  return { ...session, hasSecondFactor: factorOf !== null };
}

/** Sessions of a person that nobody ended and that began after `since`, the one used last first. */
export async function listSessionsOf(reader: Reader, userId: string, since: Date): Promise<OwnSession[]> {
  const { sessions } = reader.t;
  return reader.db
    .select({
      id: sessions.id,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      ip: sessions.ip,
      agent: sessions.agent,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isNull(sessions.endedAt), gt(sessions.createdAt, since)))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id));
}

export async function insertSession(
  tx: Tx,
  session: {
    id: string;
    userId: string;
    at: Date;
    ip?: string | null;
    agent?: string | null;
    issuer?: string | null;
    byPassword?: boolean;
  },
): Promise<void> {
  const { id, userId, at, ip = null, agent = null, issuer = null, byPassword = true } = session;
  await tx.db.insert(tx.t.sessions).values({ id, userId, createdAt: at, lastSeenAt: at, ip, agent, issuer, byPassword });
}

export async function touchSession(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.db.update(tx.t.sessions).set({ lastSeenAt: at }).where(eq(tx.t.sessions.id, id));
}

export async function endSession(tx: Tx, id: string, at: Date): Promise<void> {
  await endThose(tx, eq(tx.t.sessions.id, id), at);
}

/** Ends every session that was last used before a moment, or began before one, or comes from after one. */
export async function endSessionsOver(tx: Tx, over: { idleSince: Date; begunBefore: Date; ahead: Date; at: Date }): Promise<void> {
  const { sessions } = tx.t;
  const isOver = or(
    lt(sessions.lastSeenAt, over.idleSince),
    lt(sessions.createdAt, over.begunBefore),
    gt(sessions.lastSeenAt, over.ahead),
    gt(sessions.createdAt, over.ahead),
  );
  await endThose(tx, isOver, over.at);
}

/** Ends every session of a person but the one that is kept, and what is half-way to one: on a new password, on being disabled. */
export async function endSessionsOf(tx: Tx, userId: string, at: Date, keptId: string | null = null): Promise<void> {
  const { sessions, halfwaySignIns } = tx.t;
  await tx.db.delete(halfwaySignIns).where(eq(halfwaySignIns.userId, userId));
  await endThose(tx, and(eq(sessions.userId, userId), keptId === null ? undefined : ne(sessions.id, keptId)), at);
}

async function endThose(tx: Tx, which: SQL | undefined, at: Date): Promise<void> {
  const { sessions } = tx.t;
  const ended = await tx.db
    .update(sessions)
    .set({ endedAt: at })
    .where(and(isNull(sessions.endedAt), which))
    .returning({ id: sessions.id });
  for (const { id } of ended) await tx.tell('session.ended', id);
}
