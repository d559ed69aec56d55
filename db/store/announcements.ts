import { and, desc, eq, gte, inArray, isNull } from 'drizzle-orm';
import type { AnnouncedFacts } from '@/server/domain/audit';
import type { Role } from '@/server/domain/permissions';
import { partsOf } from './parts-of';
import { type Post, postColumns } from './people';
import type { Reader, Tx } from './store';

/** What the office tells all or some until a day. */
export interface Announcement extends AnnouncedFacts {
  id: string;
  writtenBy: string;
  writtenAt: Date;
  withdrawnAt: Date | null;
}

export async function insertAnnouncement(tx: Tx, announcement: Omit<Announcement, 'withdrawnAt'>): Promise<void> {
  await tx.db.insert(tx.t.announcements).values({ ...announcement, unitIds: [...announcement.unitIds] });
}

export async function updateAnnouncement(tx: Tx, id: string, change: Partial<AnnouncedFacts> & { withdrawnAt?: Date }): Promise<void> {
  const { unitIds, ...rest } = change;
  await tx.db
    .update(tx.t.announcements)
    .set({ ...rest, ...(unitIds ? { unitIds: [...unitIds] } : {}) })
    .where(eq(tx.t.announcements.id, id));
}

export async function findAnnouncement(reader: Reader, id: string): Promise<Announcement | null> {
  const [row] = await reader.db.select().from(reader.t.announcements).where(eq(reader.t.announcements.id, id));
  return row ?? null;
}

/** Those of these that there are, by their id. */
export async function findAnnouncements(reader: Reader, ids: readonly string[]): Promise<Map<string, Announcement>> {
  const found = new Map<string, Announcement>();
  const { announcements } = reader.t;
  for await (const some of partsOf(ids))
    for (const row of await reader.db.select().from(announcements).where(inArray(announcements.id, some))) found.set(row.id, row);
  return found;
}

/** All there were, the newest first, at most so many. */
export async function listAnnouncements(reader: Reader, limit: number): Promise<Announcement[]> {
  const { announcements } = reader.t;
  return reader.db.select().from(announcements).orderBy(desc(announcements.writtenAt), desc(announcements.id)).limit(limit);
}

/** What is shown on a day, the newest first. */
export async function listShownAnnouncements(reader: Reader, today: string): Promise<Announcement[]> {
  const { announcements } = reader.t;
  return reader.db
    .select()
    .from(announcements)
    .where(and(isNull(announcements.withdrawnAt), gte(announcements.endsOn, today)))
    .orderBy(desc(announcements.writtenAt), desc(announcements.id));
}

/** Which announcements somebody has put away. */
export async function dismissedBy(reader: Reader, userId: string): Promise<Set<string>> {
  const { announcementDismissals: table } = reader.t;
  const rows = await reader.db.select({ id: table.announcementId }).from(table).where(eq(table.userId, userId));
  return new Set(rows.map(({ id }) => id));
}

export async function dismissAnnouncement(tx: Tx, announcementId: string, userId: string): Promise<void> {
  await tx.db.insert(tx.t.announcementDismissals).values({ announcementId, userId }).onConflictDoNothing();
}

/** It says something else: whoever put it away sees it again. */
export async function forgetDismissals(tx: Tx, announcementId: string): Promise<void> {
  const { announcementDismissals: table } = tx.t;
  await tx.db.delete(table).where(eq(table.announcementId, announcementId));
}

/** Posts that are held now by people who work here. @param role of this kind only */
export async function postsHeld(reader: Reader, role: Role | null): Promise<Post[]> {
  const { posts, users } = reader.t;
  return reader.db
    .select(postColumns(reader))
    .from(posts)
    .innerJoin(users, eq(users.id, posts.userId))
    .where(and(isNull(posts.endedAt), eq(users.isActive, true), ...(role ? [eq(posts.role, role)] : [])))
    .orderBy(posts.startedAt, posts.id);
}
