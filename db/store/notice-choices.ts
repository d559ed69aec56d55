import { eq } from 'drizzle-orm';
import type { Pace, QuietHours } from '@/server/domain/notices';
import type { Reader, Tx } from './store';

/** Where and how soon a person is sent what they are told. */
export interface NoticeChoice extends QuietHours {
  userId: string;
  address: string;
  pace: Pace;
  since: Date;
}

export async function findNoticeChoice(reader: Reader, userId: string): Promise<NoticeChoice | null> {
  const { noticeChoices } = reader.t;
  const [row] = await reader.db.select().from(noticeChoices).where(eq(noticeChoices.userId, userId));
  return row ?? null;
}

/** Of everybody who works here. */
export async function listNoticeChoices(reader: Reader): Promise<NoticeChoice[]> {
  const { noticeChoices, users } = reader.t;
  const rows = await reader.db
    .select({ choice: noticeChoices })
    .from(noticeChoices)
    .innerJoin(users, eq(users.id, noticeChoices.userId))
    .where(eq(users.isActive, true));
  return rows.map((row) => row.choice);
}

export async function keepNoticeChoice(tx: Tx, choice: NoticeChoice): Promise<void> {
  const { userId, ...set } = choice;
  await tx.db.insert(tx.t.noticeChoices).values(choice).onConflictDoUpdate({ target: tx.t.noticeChoices.userId, set });
}
