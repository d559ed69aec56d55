import type { Kit } from '../kit';
import type { FilingTables } from './filings';

/** Said and marked beside a cell, outside any return. */
export const talkTables = (k: Kit, { filings }: Pick<FilingTables, 'filings'>) => {
  /** What colleagues say to each other about a cell, outside any return; it obliges nobody. */
  const comments = k.table(
    'comments',
    {
      id: k.text('id').primaryKey(),
      filingId: k
        .text('filing_id')
        .notNull()
        .references(() => filings.id),
      /** A cell id, or `text` for the contribution. */
      anchor: k.text('anchor').notNull(),
      text: k.text('text').notNull(),
      writtenBy: k.text('written_by').notNull(),
      writtenAt: k.at('written_at').notNull(),
      resolvedBy: k.text('resolved_by'),
      resolvedAt: k.at('resolved_at'),
    },
    (t) => [k.index('comments_filing').on(t.filingId)],
  );

  /** "Come back to this cell", for the whole unit; gone when it is done. */
  const followUps = k.table(
    'follow_ups',
    {
      filingId: k
        .text('filing_id')
        .notNull()
        .references(() => filings.id),
      anchor: k.text('anchor').notNull(),
      markedBy: k.text('marked_by').notNull(),
      markedAt: k.at('marked_at').notNull(),
    },
    (t) => [k.pk({ columns: [t.filingId, t.anchor] })],
  );

  return { comments, followUps };
};
