import { and, asc, desc, eq, isNotNull, isNull, lt, lte, notInArray } from 'drizzle-orm';
import type { Channel } from '@/server/domain/notices';
import type { Reader, Tx } from './store';

/** What leaves the house: a mail, or a message of a robot. */
export interface Message {
  id: string;
  channel: Channel;
  /** A person, or `robots`. */
  receiver: string;
  noticeIds: readonly string[];
  madeAt: Date;
  tries: number;
  nextAt: Date | null;
  sentAt: Date | null;
  trouble: string | null;
}

export async function insertMessage(tx: Tx, message: Pick<Message, 'id' | 'channel' | 'receiver' | 'noticeIds' | 'madeAt'>): Promise<void> {
  await tx.db.insert(tx.t.messages).values({ ...message, noticeIds: [...message.noticeIds], tries: 0, nextAt: message.madeAt });
}

export async function findMessage(reader: Reader, id: string): Promise<Message | null> {
  const [row] = await reader.db.select().from(reader.t.messages).where(eq(reader.t.messages.id, id));
  return row ?? null;
}

/**
 * Messages of one channel whose time has come, the oldest first.
 *
 * @param of.except receivers who are sent nothing now
 */
export async function listDueMessages(
  reader: Reader,
  of: { channel: Channel; now: Date; limit: number; except?: readonly string[] },
): Promise<Message[]> {
  const { channel, now, limit, except = [] } = of;
  const { messages } = reader.t;
  return reader.db
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.channel, channel),
        isNull(messages.sentAt),
        lte(messages.nextAt, now),
        ...(except.length === 0 ? [] : [notInArray(messages.receiver, [...except])]),
      ),
    )
    .orderBy(asc(messages.nextAt), asc(messages.madeAt), asc(messages.id))
    .limit(limit);
}

/**
 * Begins a try, unless another began it: from here until `until` nobody else does.
 *
 * @returns whether it is ours
 */
export async function beginTry(tx: Tx, { id, tries }: Pick<Message, 'id' | 'tries'>, until: Date): Promise<boolean> {
  const { messages } = tx.t;
  const begun = await tx.db
    .update(messages)
    .set({ tries: tries + 1, nextAt: until })
    .where(and(eq(messages.id, id), eq(messages.tries, tries), isNull(messages.sentAt)))
    .returning();
  return begun.length > 0;
}

/** @returns whether it was not yet: a message is marked once */
export async function markSent(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { messages } = tx.t;
  const marked = await tx.db
    .update(messages)
    .set({ sentAt: at, nextAt: null, trouble: null })
    .where(and(eq(messages.id, id), isNull(messages.sentAt)))
    .returning();
  return marked.length > 0;
}

/** A try failed. @param nextAt null: it is given up */
export async function markTrouble(tx: Tx, id: string, { trouble, nextAt }: { trouble: string; nextAt: Date | null }): Promise<void> {
  const { messages } = tx.t;
  await tx.db
    .update(messages)
    .set({ trouble, nextAt })
    .where(and(eq(messages.id, id), isNull(messages.sentAt)));
}

/** Begins anew with one that was not sent. @returns whether there was one */
export async function tryAgain(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { messages } = tx.t;
  const again = await tx.db
    .update(messages)
    .set({ tries: 0, nextAt: at })
    .where(and(eq(messages.id, id), isNull(messages.sentAt), isNotNull(messages.trouble)))
    .returning();
  return again.length > 0;
}

/** Nothing of it is true any more: it is sent to nobody. */
export async function dropMessage(tx: Tx, id: string): Promise<void> {
  await tx.db.delete(tx.t.messages).where(and(eq(tx.t.messages.id, id), isNull(tx.t.messages.sentAt)));
}

/** What could not be sent so far, the newest first. */
export async function listTroubled(reader: Reader, limit: number): Promise<Message[]> {
  const { messages } = reader.t;
  return reader.db
    .select()
    .from(messages)
    .where(and(isNull(messages.sentAt), isNotNull(messages.trouble)))
    .orderBy(desc(messages.madeAt), desc(messages.id))
    .limit(limit);
}

/** Of how many it is known that they were sent, and how many wait. */
export async function countMessages(reader: Reader): Promise<{ sent: number; waiting: number; troubled: number }> {
  const { messages } = reader.t;
  return {
    sent: await reader.db.$count(messages, isNotNull(messages.sentAt)),
    waiting: await reader.db.$count(messages, and(isNull(messages.sentAt), isNull(messages.trouble))),
    troubled: await reader.db.$count(messages, and(isNull(messages.sentAt), isNotNull(messages.trouble))),
  };
}

export async function forgetMessages(tx: Tx, before: Date): Promise<void> {
  await tx.db.delete(tx.t.messages).where(lt(tx.t.messages.madeAt, before));
}
