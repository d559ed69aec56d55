import type { Kit } from '../kit';
import type { FilingTables } from './filings';

/** What leaves the unit, and what a reviewer says to it. */
export const reviewTables = (k: Kit, { filings }: Pick<FilingTables, 'filings'>) => {
  /** The signature of 分管领导 under one content of a filing. It is good while the hash is. */
  const signOffs = k.table(
    'sign_offs',
    {
      id: k.text('id').primaryKey(),
      filingId: k
        .text('filing_id')
        .notNull()
        .references(() => filings.id),
      hash: k.text('hash').notNull(),
      signedBy: k.text('signed_by').notNull(),
      signedAt: k.at('signed_at').notNull(),
    },
    (t) => [k.unique('sign_offs_of').on(t.filingId, t.hash)],
  );

  const submissions = k.table(
    'submissions',
    {
      id: k.text('id').primaryKey(),
      filingId: k
        .text('filing_id')
        .notNull()
        .references(() => filings.id),
      number: k.int('number').notNull(),
      /** Canonical JSON; `hash` is its SHA-256. */
      content: k.text('content').notNull(),
      hash: k.text('hash').notNull(),
      submittedBy: k.text('submitted_by').notNull(),
      submittedAt: k.at('submitted_at').notNull(),
      /** Why it came before its quarter had ended; null for one that came after. */
      earlyReason: k.text('early_reason'),
      outcome: k.oneOf('outcome', ['pending', 'recalled', 'returned', 'approved']).notNull(),
      decidedBy: k.text('decided_by'),
      decidedAt: k.at('decided_at'),
      returnReason: k.text('return_reason'),
    },
    (t) => [k.unique('submissions_number').on(t.filingId, t.number)],
  );

  /** What a reviewer's list says of a submission that waits, so that nobody compares and checks all of them to show some. */
  const submissionStandings = k.table('submission_standings', {
    filingId: k
      .text('filing_id')
      .primaryKey()
      .references(() => filings.id),
    /** Of which submission it is; of another one it says nothing. */
    number: k.int('number').notNull(),
    /** Cells that say something else than in the submission before; null for the first. */
    changed: k.int('changed'),
    /** No opening restated or moved since, and nothing that asks for an explanation. */
    isPlain: k.bool('is_plain').notNull(),
    /** It was compared with other units, so that what is approved of those may move it. */
    hasPeers: k.bool('has_peers').notNull(),
    rules: k.text('rules').notNull(),
    /** Grows with everything that may change what is said here. */
    mark: k.int('mark').notNull(),
    /** The mark that what is kept is of; another one: it is out of date. */
    ofMark: k.int('of_mark').notNull(),
  });

  /** What the rules found in the newest submission of a filing, so that nobody checks a year of all units to see it. */
  const submissionFindings = k.table('submission_findings', {
    filingId: k
      .text('filing_id')
      .primaryKey()
      .references(() => filings.id),
    /** Of which submission it is; of another one it says nothing. */
    number: k.int('number').notNull(),
    rules: k.text('rules').notNull(),
    /** The marks (`finding_marks`) of what it hangs on, as they were; other ones: it may be out of date. */
    marks: k.text('marks').notNull(),
    /** SHA-256 of all that the rules were told; '' where nobody asked. While it is the same, so is what they find. */
    told: k.text('told').notNull(),
    /** JSON. */
    findings: k.text('findings').notNull(),
  });

  /** Grow with whatever may change what the rules find: in the submissions of a unit, in all that were compared with other units, in any. */
  const findingMarks = k.table('finding_marks', {
    /** A unit's id, `peers` or `all`. */
    of: k.text('of').primaryKey(),
    mark: k.int('mark').notNull(),
  });

  const remarks = k.table(
    'remarks',
    {
      id: k.text('id').primaryKey(),
      filingId: k
        .text('filing_id')
        .notNull()
        .references(() => filings.id),
      submissionNumber: k.int('submission_number').notNull(),
      /** A cell id, or `text` for the contribution. */
      anchor: k.text('anchor').notNull(),
      text: k.text('text').notNull(),
      writtenBy: k.text('written_by').notNull(),
      writtenAt: k.at('written_at').notNull(),
      answer: k.oneOf('answer', ['changed', 'not_changed']),
      answerText: k.text('answer_text'),
      answeredBy: k.text('answered_by'),
      answeredAt: k.at('answered_at'),
    },
    (t) => [k.index('remarks_filing').on(t.filingId)],
  );

  /** Remarks that are written and not sent: their writer's alone until the return. Not bound to a submission: a recalled one comes again. */
  const remarkDrafts = k.table(
    'remark_drafts',
    {
      id: k.text('id').primaryKey(),
      filingId: k
        .text('filing_id')
        .notNull()
        .references(() => filings.id),
      anchor: k.text('anchor').notNull(),
      text: k.text('text').notNull(),
      writtenBy: k.text('written_by').notNull(),
      writtenAt: k.at('written_at').notNull(),
    },
    (t) => [k.index('remark_drafts_filing').on(t.filingId)],
  );

  /** What is said under a remark before its answer, by either side. */
  const remarkReplies = k.table(
    'remark_replies',
    {
      id: k.text('id').primaryKey(),
      remarkId: k
        .text('remark_id')
        .notNull()
        .references(() => remarks.id),
      text: k.text('text').notNull(),
      writtenBy: k.text('written_by').notNull(),
      writtenAt: k.at('written_at').notNull(),
    },
    (t) => [k.index('remark_replies_remark').on(t.remarkId)],
  );

  /** 常用语: sentences that a reviewer returns with, kept by the office. */
  const phrases = k.table('phrases', {
    id: k.text('id').primaryKey(),
    text: k.text('text').notNull(),
    sort: k.int('sort').notNull(),
    writtenBy: k.text('written_by').notNull(),
    writtenAt: k.at('written_at').notNull(),
    retiredAt: k.at('retired_at'),
  });

  return { signOffs, submissions, submissionStandings, submissionFindings, findingMarks, remarks, remarkDrafts, remarkReplies, phrases };
};
