import type { Kit } from '../kit';
import type { FilingTables } from './filings';
import type { UnitTables } from './units';

/** Approved figures, and openings that stand instead of the closings they would follow. */
export const ledgerTables = (k: Kit, { units, filings }: Pick<UnitTables, 'units'> & Pick<FilingTables, 'filings'>) => {
  /** Which cells a packed row of figures speaks of, in its order. Many filings share one list; it is named by its content and never changes. */
  const cellLists = k.table('cell_lists', {
    /** SHA-256 of `cells`. */
    hash: k.text('hash').primaryKey(),
    cells: k.text('cells').notNull(),
  });

  /**
   * Figures of approved submissions, the only ones that are rolled up: drafts and checked figures are different things.
   * Written whole at the approval, from the snapshot, as one row: a city's year is 4,000 rows, not a million (`store/packed-figures.ts`).
   */
  const checkedBooks = k.table(
    'checked_books',
    {
      year: k.int('year').notNull(),
      unitId: k.text('unit_id').notNull(),
      quarter: k.int('quarter').notNull(),
      filingId: k.text('filing_id').notNull(),
      submissionNumber: k.int('submission_number').notNull(),
      cellList: k
        .text('cell_list')
        .notNull()
        .references(() => cellLists.hash),
      /** One entry for each cell of the list. */
      figures: k.text('figures').notNull(),
      /** Another text whenever the row is written: what was read under it is the same (`store/checked-years.ts`). */
      mark: k.text('mark').notNull().default(''),
    },
    (t) => [k.pk({ columns: [t.year, t.unitId, t.quarter] }), k.unique('checked_books_filing').on(t.filingId)],
  );

  const openingBalances = k.table(
    'opening_balances',
    {
      unitId: k
        .text('unit_id')
        .notNull()
        .references(() => units.id),
      year: k.int('year').notNull(),
      cell: k.text('cell').notNull(),
      value: k.int('value').notNull(),
      decimals: k.int('decimals').notNull(),
      reason: k.text('reason').notNull(),
      setBy: k.text('set_by').notNull(),
      setAt: k.at('set_at').notNull(),
    },
    (t) => [k.pk({ columns: [t.unitId, t.year, t.cell] })],
  );

  /** An opening that differs from the closing it should follow, and why. */
  const restatements = k.table(
    'restatements',
    {
      filingId: k
        .text('filing_id')
        .notNull()
        .references(() => filings.id),
      cell: k.text('cell').notNull(),
      value: k.int('value').notNull(),
      decimals: k.int('decimals').notNull(),
      reason: k.text('reason').notNull(),
      writtenBy: k.text('written_by').notNull(),
      writtenAt: k.at('written_at').notNull(),
    },
    (t) => [k.pk({ columns: [t.filingId, t.cell] })],
  );

  return { cellLists, checkedBooks, openingBalances, restatements };
};
