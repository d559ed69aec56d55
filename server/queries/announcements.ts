import { type Announcement, dismissedBy, findUnits, listAnnouncements, listShownAnnouncements, type Reader, rootUnit } from '@/db/store';
import type { AnnouncedFacts } from '@/server/domain/audit';
import { type Day, dayAt } from '@/server/domain/periods';
import { can } from '@/server/domain/permissions';
import { type Actor, notFound } from '@/server/views/access';
import { isSpokenTo } from '@/server/views/people-spoken-to';
import { withNames } from '@/server/views/person-names';

/** What somebody is told just now. */
export interface OwnAnnouncement {
  id: string;
  text: string;
  endsOn: Day;
  by: string;
  at: string;
  /** The person has put it away; it stands on the page of announcements still. */
  isDismissed: boolean;
}

/** What is announced to the person up to today, the newest first. */
export async function listOwnAnnouncements(reader: Reader, actor: Actor, now: Date): Promise<OwnAnnouncement[]> {
  const shown = (await listShownAnnouncements(reader, dayAt(now))).filter((one) => isSpokenTo(actor.posts, one));
  if (shown.length === 0) return [];
  const dismissed = await dismissedBy(reader, actor.userId);
  return withNames(reader, (nameOf) =>
    shown.map((one) => ({
      ...{ id: one.id, text: one.text, endsOn: one.endsOn, by: nameOf(one.writtenBy), at: one.writtenAt.toISOString() },
      isDismissed: dismissed.has(one.id),
    })),
  );
}

/** One of the office's announcements. */
export interface AnnouncementRow extends AnnouncedFacts {
  id: string;
  by: string;
  at: string;
  /** Shown to whom it is for; over by its last day; withdrawn. */
  state: 'shown' | 'ended' | 'withdrawn';
  /** That it is for, those that have closed since too. */
  units: readonly { id: string; name: string }[];
}

/** So many are kept in sight; the log has them all. */
const shownRows = 100;

/** What the office has announced, the newest first. @throws Refused not_found */
export async function loadAnnouncements(
  reader: Reader,
  actor: Actor,
  now: Date,
): Promise<{ today: Day; announcements: AnnouncementRow[] }> {
  await requireAnnouncer(reader, actor);
  const today = dayAt(now);
  const rows = await listAnnouncements(reader, shownRows);
  const units = await findUnits(reader, [...new Set(rows.flatMap((row) => row.unitIds))]);
  const announcements = await withNames(reader, (nameOf) =>
    rows.map((row): AnnouncementRow => {
      const { id, text, audience, unitIds, role, endsOn } = row;
      return {
        ...{ id, text, audience, unitIds, role, endsOn, by: nameOf(row.writtenBy), at: row.writtenAt.toISOString() },
        state: stateOf(row, today),
        units: unitIds.flatMap((unitId) => units.get(unitId) ?? []).map((unit) => ({ id: unit.id, name: unit.name })),
      };
    }),
  );
  return { today, announcements };
}

async function requireAnnouncer(reader: Reader, actor: Actor): Promise<void> {
  const root = await rootUnit(reader);
  if (!root || can(actor.posts, 'announcement.manage', { unitPath: root.path, status: null }) !== 'allowed') throw notFound();
}

function stateOf({ withdrawnAt, endsOn }: Announcement, today: Day): AnnouncementRow['state'] {
  if (withdrawnAt !== null) return 'withdrawn';
  return endsOn < today ? 'ended' : 'shown';
}
