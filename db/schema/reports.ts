import type { Kit } from '../kit';
import type { UnitTables } from './units';

/** A report, what is printed of it beside the sums, its signatures and its editions. */
export const reportTables = (k: Kit, { units }: Pick<UnitTables, 'units'>) => {
  const reports = k.table(
    'reports',
    {
      id: k.text('id').primaryKey(),
      unitId: k
        .text('unit_id')
        .notNull()
        .references(() => units.id),
      year: k.int('year').notNull(),
      scope: k.oneOf('scope', ['own_organ', 'consolidated']).notNull(),
      createdAt: k.at('created_at').notNull(),
    },
    (t) => [k.unique('reports_of').on(t.year, t.unitId, t.scope)],
  );

  /** A local fact that a text of the report states: a number that stands in no statutory cell, with who answers for it. */
  const reportFacts = k.table(
    'report_facts',
    {
      id: k.text('id').primaryKey(),
      reportId: k
        .text('report_id')
        .notNull()
        .references(() => reports.id),
      name: k.text('name').notNull(),
      /** As printed, digits only: 1203, 96.5. */
      value: k.text('value').notNull(),
      unit: k.text('unit').notNull(),
      exactness: k.oneOf('exactness', ['exact', 'more', 'nearly', 'about']).notNull(),
      ownerUnitId: k.text('owner_unit_id'),
      evidence: k.text('evidence').notNull(),
      version: k.int('version').notNull(),
      savedBy: k.text('saved_by').notNull(),
      savedAt: k.at('saved_at').notNull(),
      retiredAt: k.at('retired_at'),
    },
    (t) => [k.index('report_facts_report').on(t.reportId)],
  );

  /** A signed difference between what the quarters add up to and what is printed. */
  const reportAdjustments = k.table(
    'report_adjustments',
    {
      id: k.text('id').primaryKey(),
      reportId: k
        .text('report_id')
        .notNull()
        .references(() => reports.id),
      cell: k.text('cell').notNull(),
      /** What is added to the sum; negative to take away. In the cell's own integer, with its decimals. */
      value: k.int('value').notNull(),
      decimals: k.int('decimals').notNull(),
      reason: k.text('reason').notNull(),
      writtenBy: k.text('written_by').notNull(),
      writtenAt: k.at('written_at').notNull(),
      countersignedBy: k.text('countersigned_by'),
      countersignedAt: k.at('countersigned_at'),
      withdrawnBy: k.text('withdrawn_by'),
      withdrawnAt: k.at('withdrawn_at'),
    },
    (t) => [k.index('report_adjustments_report').on(t.reportId)],
  );

  /** What is printed behind a figure, `22（其中修订16件）`. Notes below tables are texts. */
  const reportNotes = k.table(
    'report_notes',
    {
      reportId: k
        .text('report_id')
        .notNull()
        .references(() => reports.id),
      /** A cell id. */
      place: k.text('place').notNull(),
      text: k.text('text').notNull(),
      version: k.int('version').notNull(),
      savedBy: k.text('saved_by').notNull(),
      savedAt: k.at('saved_at').notNull(),
    },
    (t) => [k.pk({ columns: [t.reportId, t.place] })],
  );

  /** A signature under a report on its way to an edition: under which step, and under which content, part by part. */
  const reportSignatures = k.table(
    'report_signatures',
    {
      id: k.text('id').primaryKey(),
      reportId: k
        .text('report_id')
        .notNull()
        .references(() => reports.id),
      /** The key of the step, as configured. */
      step: k.text('step').notNull(),
      /** SHA-256 of the whole as it was on the signer's screen. */
      hash: k.text('hash').notNull(),
      /** SHA-256 of each part the step answers for, so that a late change voids exactly the signatures whose content moved. */
      parts: k.json<Record<string, string>>('parts').notNull(),
      /** Canonical JSON of what was signed, so that the signer can be shown what changed. */
      content: k.text('content').notNull(),
      note: k.text('note').notNull(),
      signedBy: k.text('signed_by').notNull(),
      signedAt: k.at('signed_at').notNull(),
      withdrawnBy: k.text('withdrawn_by'),
      withdrawnAt: k.at('withdrawn_at'),
    },
    (t) => [k.index('report_signatures_report').on(t.reportId)],
  );

  /** What a report that goes round would be signed under, so that nobody adds it up to see whose turn it is. */
  const reportStandings = k.table('report_standings', {
    reportId: k
      .text('report_id')
      .primaryKey()
      .references(() => reports.id),
    /** Grows with everything that may change what the report says. */
    mark: k.int('mark').notNull(),
    /** The mark that what is kept is of; another one: it is out of date. */
    ofMark: k.int('of_mark').notNull(),
    rules: k.text('rules').notNull(),
    /** SHA-256 of each part. */
    hashes: k.json<Record<string, string>>('hashes').notNull(),
    /** What the restated first openings would have followed, by filing and cell. */
    restated: k.json<Record<string, number | null>>('restated').notNull(),
  });

  const editions = k.table(
    'editions',
    {
      id: k.text('id').primaryKey(),
      reportId: k
        .text('report_id')
        .notNull()
        .references(() => reports.id),
      number: k.int('number').notNull(),
      /** assembled: computed from approved filings here. imported: a published report that was adopted. */
      origin: k.oneOf('origin', ['assembled', 'imported']).notNull(),
      /** Canonical JSON of the frozen report: content, provenance, findings, explanations. `hash` is its SHA-256. */
      content: k.text('content').notNull(),
      hash: k.text('hash').notNull(),
      finalisedBy: k.text('finalised_by').notNull(),
      finalisedAt: k.at('finalised_at').notNull(),
    },
    (t) => [k.unique('editions_number').on(t.reportId, t.number)],
  );

  return { reports, reportFacts, reportAdjustments, reportNotes, reportSignatures, reportStandings, editions };
};
export type ReportTables = ReturnType<typeof reportTables>;
