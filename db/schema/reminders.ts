import { roles } from '@/server/domain/permissions/roles';
import type { Kit } from '../kit';
import type { FilingTables } from './filings';
import type { UnitTables } from './units';

/** What the office says to units beside their work: who was chased, and what was announced. */
export const reminderTables = (k: Kit, { users, filings }: Pick<UnitTables, 'users'> & Pick<FilingTables, 'filings'>) => {
  /** A unit was reminded of a quarter that it has not sent. */
  const chases = k.table(
    'chases',
    {
      id: k.text('id').primaryKey(),
      filingId: k
        .text('filing_id')
        .notNull()
        .references(() => filings.id),
      /** What the office added in its own words; empty: nothing. */
      words: k.text('words').notNull(),
      chasedBy: k
        .text('chased_by')
        .notNull()
        .references(() => users.id),
      chasedAt: k.at('chased_at').notNull(),
    },
    (t) => [k.index('chases_filing').on(t.filingId, t.chasedAt)],
  );

  /** What the office tells all or some until a day. */
  const announcements = k.table('announcements', {
    id: k.text('id').primaryKey(),
    text: k.text('text').notNull(),
    audience: k.oneOf('audience', ['all', 'units', 'role']).notNull(),
    /** Of `units`. */
    unitIds: k.json<string[]>('unit_ids').notNull(),
    /** Of `role`. */
    role: k.oneOf('role', [...roles]),
    /** The last day on which it is shown. */
    endsOn: k.text('ends_on').notNull(),
    writtenBy: k
      .text('written_by')
      .notNull()
      .references(() => users.id),
    writtenAt: k.at('written_at').notNull(),
    withdrawnAt: k.at('withdrawn_at'),
  });

  /** Who has put an announcement away: it is no longer in their sight. */
  const announcementDismissals = k.table(
    'announcement_dismissals',
    {
      announcementId: k
        .text('announcement_id')
        .notNull()
        .references(() => announcements.id),
      userId: k
        .text('user_id')
        .notNull()
        .references(() => users.id),
    },
    (t) => [k.pk({ columns: [t.announcementId, t.userId] })],
  );

  return { chases, announcements, announcementDismissals };
};
