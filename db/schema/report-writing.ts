import { proseKeys, textKeys } from '@/server/domain/formats/format';
import type { Kit } from '../kit';
import type { ReportTables } from './reports';
import type { UnitTables } from './units';

/** What is written of a report, and what is said and proposed about it. */
export const reportWritingTables = (k: Kit, { units, reports }: Pick<UnitTables, 'units'> & Pick<ReportTables, 'reports'>) => {
  /** What is written of a report: its chapters, and the notes below its tables by the table. */
  const reportTexts = k.table(
    'report_texts',
    {
      reportId: k
        .text('report_id')
        .notNull()
        .references(() => reports.id),
      key: k.oneOf('key', [...proseKeys]).notNull(),
      text: k.text('text').notNull(),
      version: k.int('version').notNull(),
      savedBy: k.text('saved_by').notNull(),
      savedAt: k.at('saved_at').notNull(),
    },
    (t) => [k.pk({ columns: [t.reportId, t.key] })],
  );

  /** What a text of the report was at earlier times. One row a person's stretch of work: an autosave soon after one's own last takes its place. */
  const reportTextVersions = k.table(
    'report_text_versions',
    {
      reportId: k
        .text('report_id')
        .notNull()
        .references(() => reports.id),
      key: k.oneOf('key', [...proseKeys]).notNull(),
      version: k.int('version').notNull(),
      text: k.text('text').notNull(),
      savedBy: k.text('saved_by').notNull(),
      /** When the stretch of work began, and its last save. */
      startedAt: k.at('started_at').notNull(),
      savedAt: k.at('saved_at').notNull(),
    },
    (t) => [k.pk({ columns: [t.reportId, t.key, t.version] })],
  );

  /** A change to a paragraph of a report's text that somebody proposes who does not write it; the writer takes it or not. */
  const reportSuggestions = k.table(
    'report_suggestions',
    {
      id: k.text('id').primaryKey(),
      reportId: k
        .text('report_id')
        .notNull()
        .references(() => reports.id),
      key: k.oneOf('key', [...proseKeys]).notNull(),
      /** The paragraph as it was stored when the change was proposed; empty where a new one is proposed. */
      before: k.text('before').notNull(),
      after: k.text('after').notNull(),
      /** The paragraph that stood before it, so that a new one finds its place. */
      follows: k.text('follows').notNull(),
      reason: k.text('reason').notNull(),
      writtenBy: k.text('written_by').notNull(),
      writtenAt: k.at('written_at').notNull(),
      decision: k.oneOf('decision', ['taken', 'declined', 'withdrawn']),
      decidedBy: k.text('decided_by'),
      decidedAt: k.at('decided_at'),
      decisionText: k.text('decision_text'),
    },
    (t) => [k.index('report_suggestions_report').on(t.reportId)],
  );

  /** What is said about a paragraph of a report's text; it obliges nobody. A reply names the comment it answers. */
  const reportComments = k.table(
    'report_comments',
    {
      id: k.text('id').primaryKey(),
      reportId: k
        .text('report_id')
        .notNull()
        .references(() => reports.id),
      key: k.oneOf('key', [...proseKeys]).notNull(),
      /** The words it is pinned to, as stored. */
      quote: k.text('quote').notNull(),
      repliesTo: k.text('replies_to'),
      text: k.text('text').notNull(),
      writtenBy: k.text('written_by').notNull(),
      writtenAt: k.at('written_at').notNull(),
      resolvedBy: k.text('resolved_by'),
      resolvedAt: k.at('resolved_at'),
    },
    (t) => [k.index('report_comments_report').on(t.reportId)],
  );

  /** A paragraph that the roll-over brought from last year's edition. While it stands unchanged and nobody has confirmed it, nothing is finalised. */
  const carriedParagraphs = k.table(
    'carried_paragraphs',
    {
      id: k.text('id').primaryKey(),
      reportId: k
        .text('report_id')
        .notNull()
        .references(() => reports.id),
      key: k.oneOf('key', [...textKeys]).notNull(),
      text: k.text('text').notNull(),
      fromYear: k.int('from_year').notNull(),
      carriedBy: k.text('carried_by').notNull(),
      carriedAt: k.at('carried_at').notNull(),
      confirmedBy: k.text('confirmed_by'),
      confirmedAt: k.at('confirmed_at'),
    },
    (t) => [k.index('carried_paragraphs_report').on(t.reportId)],
  );

  /** What the office asks a unit to contribute to the text of a year's report, and what the unit answered. */
  const contributionRequests = k.table(
    'contribution_requests',
    {
      id: k.text('id').primaryKey(),
      year: k.int('year').notNull(),
      unitId: k
        .text('unit_id')
        .notNull()
        .references(() => units.id),
      /** Which of the topics that the law wants treated. */
      topic: k.text('topic').notNull(),
      question: k.text('question').notNull(),
      dueOn: k.text('due_on').notNull(),
      askedBy: k.text('asked_by').notNull(),
      askedAt: k.at('asked_at').notNull(),
      /** The answer: a number as printed with its unit, the evidence behind it, and a sentence that may go into the text. */
      number: k.text('number'),
      evidence: k.text('evidence'),
      sentence: k.text('sentence'),
      version: k.int('version').notNull(),
      answeredBy: k.text('answered_by'),
      answeredAt: k.at('answered_at'),
      withdrawnAt: k.at('withdrawn_at'),
    },
    (t) => [k.index('contribution_requests_unit').on(t.unitId, t.year), k.index('contribution_requests_year').on(t.year)],
  );

  return { reportTexts, reportTextVersions, reportSuggestions, reportComments, carriedParagraphs, contributionRequests };
};
