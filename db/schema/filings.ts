import type { Extension, ExtensionAsk } from '@/server/domain/deadlines';
import { figureStates } from '@/server/domain/figures/figure';
import { filingStatuses } from '@/server/domain/workflow/filing-status';
import type { Kit } from '../kit';
import type { UnitTables } from './units';

/** Years with their quarters, what the office asks beside the form, and what a unit fills in. */
export const filingTables = (k: Kit, { units }: Pick<UnitTables, 'units'>) => {
  const years = k.table('years', {
    year: k.int('year').primaryKey(),
    format: k.oneOf('format', ['2021', '2019']).notNull(),
    rowVariant: k.oneOf('row_variant', ['other_three', 'other_single']).notNull(),
    createdAt: k.at('created_at').notNull(),
    /** Another text whenever a figure is approved or taken back in this year (`store/checked-years.ts`). */
    ledgerMark: k.text('ledger_mark').notNull().default(''),
  });

  const quarters = k.table(
    'quarters',
    {
      year: k
        .int('year')
        .notNull()
        .references(() => years.year),
      quarter: k.int('quarter').notNull(),
      dueOn: k.text('due_on').notNull(),
      openedAt: k.at('opened_at'),
    },
    (t) => [k.pk({ columns: [t.year, t.quarter] })],
  );

  const filings = k.table(
    'filings',
    {
      id: k.text('id').primaryKey(),
      unitId: k
        .text('unit_id')
        .notNull()
        .references(() => units.id),
      year: k.int('year').notNull(),
      quarter: k.int('quarter').notNull(),
      status: k.oneOf('status', [...filingStatuses]).notNull(),
      /** Grows with each submission; the number of the newest one, 0 before the first. */
      submissionNumber: k.int('submission_number').notNull(),
      updatedAt: k.at('updated_at').notNull(),
      /** A practice quarter looks and behaves like the real one and never counts: no ledger, no openings, no report. */
      isPractice: k.bool('is_practice').notNull().default(false),
      /** This unit's own due day, a day; counts where it is later than the quarter's (`domain/deadlines`). */
      extendedTo: k.text('extended_to'),
      /** Why it has one, and what the unit asks for. */
      extension: k.json<Omit<Extension, 'until'>>('extension'),
      extensionAsk: k.json<ExtensionAsk & { by: string; at: string }>('extension_ask'),
    },
    (t) => [
      k.unique('filings_period').on(t.year, t.quarter, t.unitId, t.isPractice),
      k.index('filings_unit').on(t.unitId, t.year),
      k.index('filings_status').on(t.status),
    ],
  );

  const figures = k.table(
    'figures',
    {
      filingId: k
        .text('filing_id')
        .notNull()
        .references(() => filings.id),
      cell: k.text('cell').notNull(),
      raw: k.text('raw').notNull(),
      state: k.oneOf('state', [...figureStates]).notNull(),
      value: k.int('value'),
      decimals: k.int16('decimals').notNull(),
      version: k.int32('version').notNull(),
      savedBy: k.text('saved_by').notNull(),
      savedAt: k.at('saved_at').notNull(),
    },
    (t) => [k.pk({ columns: [t.filingId, t.cell] })],
  );

  const filingTexts = k.table(
    'filing_texts',
    {
      filingId: k
        .text('filing_id')
        .notNull()
        .references(() => filings.id),
      key: k.text('key').notNull(),
      text: k.text('text').notNull(),
      version: k.int('version').notNull(),
      savedBy: k.text('saved_by').notNull(),
      savedAt: k.at('saved_at').notNull(),
    },
    (t) => [k.pk({ columns: [t.filingId, t.key] })],
  );

  const declarations = k.table(
    'declarations',
    {
      filingId: k
        .text('filing_id')
        .notNull()
        .references(() => filings.id),
      section: k.oneOf('section', ['3', '4']).notNull(),
      declaredBy: k.text('declared_by').notNull(),
      declaredAt: k.at('declared_at').notNull(),
    },
    (t) => [k.pk({ columns: [t.filingId, t.section] })],
  );

  /** A local, non-statutory figure of a year; its cell is `x.<key>`. */
  const indicators = k.table(
    'indicators',
    {
      year: k.int('year').notNull(),
      key: k.text('key').notNull(),
      name: k.text('name').notNull(),
      /** 件, 条, 次 …; `万元` makes it money. */
      unit: k.text('unit').notNull(),
      addsUp: k.oneOf('adds_up', ['flow', 'closing']).notNull(),
      overUnits: k.oneOf('over_units', ['sum', 'none']).notNull(),
      exactness: k.oneOf('exactness', ['exact', 'about']).notNull(),
      definition: k.text('definition').notNull(),
      /** The unit that answers for the figure; null when every unit answers for its own. */
      ownerUnitId: k.text('owner_unit_id'),
      /** The units that are asked; null when all are. */
      askedOf: k.json<string[]>('asked_of'),
      sort: k.int('sort').notNull(),
      retiredAt: k.at('retired_at'),
    },
    (t) => [k.pk({ columns: [t.year, t.key] })],
  );

  return { years, quarters, filings, figures, filingTexts, declarations, indicators };
};
export type FilingTables = ReturnType<typeof filingTables>;
