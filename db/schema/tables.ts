import { figureStates } from '@/server/domain/figures/figure';
import { proseKeys, textKeys } from '@/server/domain/formats/format';
import { roles } from '@/server/domain/permissions/roles';
import { filingStatuses } from '@/server/domain/workflow/filing-status';
import type { Kit } from '../kit';

/** The whole schema, written once. Ids are text, money is an integer of 分, days are `2026-10-15`, no table cascades. */
export const tables = (k: Kit) => {
  const units = k.table(
    'units',
    {
      id: k.text('id').primaryKey(),
      parentId: k.text('parent_id'),
      /** `/root/…/self/`: subtree queries are a prefix match. */
      path: k.text('path').notNull(),
      name: k.text('name').notNull(),
      kind: k.oneOf('kind', ['government', 'office', 'department', 'street']).notNull(),
      powers: k.json<string[]>('powers').notNull(),
      sort: k.int('sort').notNull(),
      opensOn: k.text('opens_on').notNull(),
      closesOn: k.text('closes_on'),
      /** The unit that takes over what a closed unit leaves open: a merger or a renaming. Its openings follow the closings of this one. */
      successorId: k.text('successor_id'),
      /** 分管领导 signs a quarter inside the unit before it is submitted. */
      needsSignOff: k.bool('needs_sign_off').notNull().default(false),
    },
    (t) => [k.index('units_path').on(t.path), k.index('units_successor').on(t.successorId)],
  );

  const users = k.table(
    'users',
    {
      id: k.text('id').primaryKey(),
      username: k.text('username').notNull(),
      name: k.text('name').notNull(),
      /** argon2id; null until the one-time link has been used. */
      passwordHash: k.text('password_hash'),
      isActive: k.bool('is_active').notNull(),
      createdAt: k.at('created_at').notNull(),
    },
    (t) => [k.unique('users_username').on(t.username)],
  );

  const posts = k.table(
    'posts',
    {
      id: k.text('id').primaryKey(),
      userId: k
        .text('user_id')
        .notNull()
        .references(() => users.id),
      unitId: k
        .text('unit_id')
        .notNull()
        .references(() => units.id),
      role: k.oneOf('role', [...roles]).notNull(),
      startedAt: k.at('started_at').notNull(),
      endedAt: k.at('ended_at'),
    },
    (t) => [k.index('posts_user').on(t.userId), k.index('posts_unit').on(t.unitId)],
  );

  const sessions = k.table(
    'sessions',
    {
      id: k.text('id').primaryKey(),
      userId: k
        .text('user_id')
        .notNull()
        .references(() => users.id),
      createdAt: k.at('created_at').notNull(),
      lastSeenAt: k.at('last_seen_at').notNull(),
      endedAt: k.at('ended_at'),
    },
    (t) => [k.index('sessions_user').on(t.userId)],
  );

  const oneTimeLinks = k.table('one_time_links', {
    /** SHA-256 of the secret in the link; the secret itself is never stored. */
    tokenHash: k.text('token_hash').primaryKey(),
    purpose: k.oneOf('purpose', ['first_admin', 'set_password']).notNull(),
    userId: k.text('user_id'),
    expiresAt: k.at('expires_at').notNull(),
    usedAt: k.at('used_at'),
  });

  const years = k.table('years', {
    year: k.int('year').primaryKey(),
    format: k.oneOf('format', ['2021', '2019']).notNull(),
    rowVariant: k.oneOf('row_variant', ['other_three', 'other_single']).notNull(),
    createdAt: k.at('created_at').notNull(),
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
    },
    (t) => [k.unique('filings_period').on(t.year, t.quarter, t.unitId, t.isPractice), k.index('filings_unit').on(t.unitId, t.year)],
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
      decimals: k.int('decimals').notNull(),
      version: k.int('version').notNull(),
      savedBy: k.text('saved_by').notNull(),
      savedAt: k.at('saved_at').notNull(),
    },
    (t) => [k.pk({ columns: [t.filingId, t.cell] })],
  );

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
    },
    (t) => [k.pk({ columns: [t.year, t.unitId, t.quarter] }), k.unique('checked_books_filing').on(t.filingId)],
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
      outcome: k.oneOf('outcome', ['pending', 'recalled', 'returned', 'approved']).notNull(),
      decidedBy: k.text('decided_by'),
      decidedAt: k.at('decided_at'),
      returnReason: k.text('return_reason'),
    },
    (t) => [k.unique('submissions_number').on(t.filingId, t.number)],
  );

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

  /** 常用语: sentences that a reviewer returns with, kept by the office. */
  const phrases = k.table('phrases', {
    id: k.text('id').primaryKey(),
    text: k.text('text').notNull(),
    sort: k.int('sort').notNull(),
    writtenBy: k.text('written_by').notNull(),
    writtenAt: k.at('written_at').notNull(),
    retiredAt: k.at('retired_at'),
  });

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

  /** 更正单: what a unit asks to change in quarters that are locked. One slip, several quarters, signed by both sides. */
  const correctionSlips = k.table(
    'correction_slips',
    {
      id: k.text('id').primaryKey(),
      unitId: k
        .text('unit_id')
        .notNull()
        .references(() => units.id),
      year: k.int('year').notNull(),
      number: k.int('number').notNull(),
      status: k.oneOf('status', ['draft', 'signed', 'accepted', 'refused', 'withdrawn']).notNull(),
      reason: k.text('reason').notNull(),
      /** `[{ quarter, cell, raw }]`: the new values, as typed. */
      changes: k.json<{ quarter: number; cell: string; raw: string }[]>('changes').notNull(),
      /** Content hash by quarter of what the unit saw when it signed; null while it is a draft. */
      seen: k.json<Record<string, string>>('seen'),
      version: k.int('version').notNull(),
      writtenBy: k.text('written_by').notNull(),
      writtenAt: k.at('written_at').notNull(),
      signedBy: k.text('signed_by'),
      signedAt: k.at('signed_at'),
      decidedBy: k.text('decided_by'),
      decidedAt: k.at('decided_at'),
      decisionText: k.text('decision_text'),
    },
    (t) => [k.unique('correction_slips_number').on(t.unitId, t.year, t.number)],
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

  /** 说明 and 放行, of filings and of reports. */
  const explanations = k.table(
    'explanations',
    {
      id: k.text('id').primaryKey(),
      ownerType: k.oneOf('owner_type', ['filing', 'report']).notNull(),
      ownerId: k.text('owner_id').notNull(),
      kind: k.oneOf('kind', ['explanation', 'exception']).notNull(),
      rule: k.text('rule').notNull(),
      boundTo: k.text('bound_to').notNull(),
      text: k.text('text').notNull(),
      writtenBy: k.text('written_by').notNull(),
      writtenAt: k.at('written_at').notNull(),
      countersignedBy: k.text('countersigned_by'),
      countersignedAt: k.at('countersigned_at'),
    },
    (t) => [k.index('explanations_owner').on(t.ownerType, t.ownerId)],
  );

  /** Somebody says that a rule is wrong; the office answers. */
  const ruleNotes = k.table(
    'rule_notes',
    {
      id: k.text('id').primaryKey(),
      rule: k.text('rule').notNull(),
      ownerType: k.oneOf('owner_type', ['filing', 'report']).notNull(),
      ownerId: k.text('owner_id').notNull(),
      unitId: k
        .text('unit_id')
        .notNull()
        .references(() => units.id),
      text: k.text('text').notNull(),
      writtenBy: k.text('written_by').notNull(),
      writtenAt: k.at('written_at').notNull(),
      answerText: k.text('answer_text'),
      answeredBy: k.text('answered_by'),
      answeredAt: k.at('answered_at'),
    },
    (t) => [k.index('rule_notes_owner').on(t.ownerType, t.ownerId)],
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

  /** A change that was acknowledged, by the client's change id, so that a repeated request is answered and not done twice. */
  const changes = k.table('changes', {
    changeId: k.text('change_id').primaryKey(),
    userId: k.text('user_id').notNull(),
    result: k.json<unknown>('result').notNull(),
    at: k.at('at').notNull(),
  });

  /** Append-only by trigger. `payload` is the event's own JSON; the chain is over canonical JSON, whatever the engine does to key order. */
  const events = k.table(
    'events',
    {
      seq: k.int('seq').primaryKey(),
      at: k.text('at').notNull(),
      kind: k.text('kind').notNull(),
      actorId: k.text('actor_id'),
      actorName: k.text('actor_name').notNull(),
      unitId: k.text('unit_id'),
      objectType: k.text('object_type').notNull(),
      objectId: k.text('object_id').notNull(),
      period: k.text('period'),
      payload: k.json<Record<string, unknown>>('payload').notNull(),
      reason: k.text('reason'),
      requestId: k.text('request_id').notNull(),
      sessionHash: k.text('session_hash'),
      ip: k.text('ip'),
      prev: k.text('prev').notNull(),
      hash: k.text('hash').notNull(),
    },
    (t) => [k.index('events_object').on(t.objectType, t.objectId, t.seq), k.index('events_actor').on(t.actorId, t.seq)],
  );

  const settings = k.table('settings', { key: k.text('key').primaryKey(), value: k.json<unknown>('value').notNull() });

  return {
    units,
    users,
    posts,
    sessions,
    oneTimeLinks,
    years,
    quarters,
    filings,
    figures,
    cellLists,
    checkedBooks,
    filingTexts,
    declarations,
    submissions,
    remarks,
    remarkReplies,
    comments,
    followUps,
    phrases,
    signOffs,
    restatements,
    correctionSlips,
    indicators,
    explanations,
    ruleNotes,
    openingBalances,
    reports,
    reportTexts,
    reportTextVersions,
    reportSuggestions,
    reportComments,
    carriedParagraphs,
    reportSignatures,
    reportFacts,
    reportAdjustments,
    reportNotes,
    contributionRequests,
    editions,
    changes,
    events,
    settings,
  };
};
export type Tables = ReturnType<typeof tables>;
