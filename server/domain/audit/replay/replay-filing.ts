import { figureOfText } from '../../figures/figure-of-text';
import { asPasted } from '../../figures/pasted-text';
import type { EventKind } from '../event';
import { isPracticePeriod } from '../quarter-period';
import { readingOf } from '../reading';
import { compareFrozen } from './compare-frozen';
import { type LoggedEvent, near, oneOf, type ReplayBook, type Replays } from './replay-book';

type FilingKind = Extract<
  EventKind,
  | `figure.${string}`
  | `text.${string}`
  | `declaration.${string}`
  | `explanation.${string}`
  | `exception.${string}`
  | `attachment.${string}`
  | `filing.${string}`
  | `remark.${string}`
  | `remark_drafts.${string}`
  | `comment.${string}`
  | `follow_up.${string}`
  | `practice.${string}`
  | `workbook.${string}`
  | 'opening.restated'
  | 'opening.restatement_withdrawn'
  | 'rule.noted'
  | 'rule.note_answered'
>;

/** What is cleared with a practice quarter; its submissions stay, recalled. */
const ofPractice = [
  'figures',
  'filingTexts',
  'declarations',
  'remarks',
  'remarkReplies',
  'comments',
  'followUps',
  'restatements',
  'signOffs',
] as const;

/** A unit's quarter, and what filings and reports have in common. */
export const replayFilingKinds: Replays<FilingKind> = {
  'figure.saved'(book, event) {
    const { objectId: filingId, payload } = event;
    const { cell, before, after, version } = payload;
    const key = [filingId, cell];
    found(book, event, { table: 'figures', key, column: 'raw', stored: before, replayed: book.said('figures', key, 'raw') ?? null });
    const reading = payload.reading ?? readingToday(book, filingId, cell, payload.pasted ? asPasted(after) : after);
    book.put('figures', key, event, { filingId, raw: after, reading, version, ...savedBy(event) });
  },
  'text.saved'(book, event) {
    const { objectId: filingId, payload } = event;
    const { key, before, after, version } = payload;
    const at = [filingId, key];
    found(book, event, {
      table: 'filingTexts',
      key: at,
      column: 'text',
      stored: before,
      replayed: book.said('filingTexts', at, 'text') ?? '',
    });
    book.put('filingTexts', at, event, { filingId, text: after, version, ...savedBy(event) });
  },
  'declaration.made'(book, event) {
    const { objectId: filingId, actorId, at, payload } = event;
    book.put('declarations', [filingId, payload.section], event, { filingId, declaredBy: actorId, declaredAt: near(at) });
  },
  'declaration.lapsed': (book, event) => book.drop('declarations', [event.objectId, event.payload.section], event),
  'declaration.withdrawn': (book, event) => book.drop('declarations', [event.objectId, event.payload.section], event),
  'explanation.written'(book, event) {
    const { id, kind, rule, boundTo, text } = event.payload;
    const of = { ownerType: event.objectType, ownerId: event.objectId };
    book.put('explanations', [id], event, { ...of, kind, rule, boundTo, text, ...writtenBy(event), countersignedBy: null });
  },
  'exception.countersigned': (book, event) =>
    book.put('explanations', [event.payload.id], event, { countersignedBy: event.actorId, countersignedAt: near(event.at) }),
  'attachment.added'(book, event) {
    const { id, ...file } = event.payload;
    const of = { ownerType: event.objectType, ownerId: event.objectId };
    book.put('attachments', [id], event, {
      ...of,
      ...file,
      addedBy: event.actorId,
      addedAt: near(event.at),
      removedBy: null,
      removedAt: null,
    });
  },
  'attachment.removed': (book, event) =>
    book.put('attachments', [event.payload.id], event, { removedBy: event.actorId, removedAt: near(event.at) }),
  'filing.submitted'(book, event) {
    const { objectId: filingId, actorId, at, reason, payload } = event;
    const { number, hash } = payload;
    const undecided = { outcome: 'pending', decidedBy: null, decidedAt: null, returnReason: null };
    const submitted = { submittedBy: actorId, submittedAt: near(at), earlyReason: reason };
    book.put('submissions', [filingId, number], event, { filingId, hash, content: hash, ...submitted, ...undecided });
    book.put('filings', [filingId], event, { status: 'submitted', submissionNumber: number, extensionAsk: null });
    compareFrozen(book, event, number);
  },
  'filing.recalled'(book, event) {
    decide(book, event, { outcome: 'recalled' });
    status(book, event, hasOpenRemarks(book, event.objectId) ? 'returned' : 'open');
  },
  'filing.review_opened': (book, event) => status(book, event, 'in_review'),
  'filing.chased'(book, event) {
    const { id, words } = event.payload;
    book.put('chases', [id], event, { filingId: event.objectId, words, chasedBy: event.actorId, chasedAt: near(event.at) });
  },
  'filing.returned'(book, event) {
    const { objectId: filingId, payload } = event;
    decide(book, event, { outcome: 'returned', returnReason: payload.reason });
    status(book, event, 'returned');
    for (const { id, anchor, text } of payload.remarks)
      book.put('remarks', [id], event, { filingId, submissionNumber: payload.number, anchor, text, ...writtenBy(event), answer: null });
  },
  'filing.approved'(book, event) {
    const { objectId: filingId, actorId, at } = event;
    book.approvals.set(filingId, { by: actorId, at });
    decide(book, event, { outcome: 'approved' });
    status(book, event, 'approved');
    intoLedger(book, event, event.payload.number);
  },
  'filing.approval_taken_back'(book, event) {
    book.put('submissions', [event.objectId, event.payload.number], event, { outcome: 'pending', decidedBy: null, decidedAt: null });
    status(book, event, 'in_review');
    book.drop('checkedBooks', [event.objectId], event);
  },
  'filing.unlocked'(book, event) {
    decide(book, event, { outcome: 'returned', returnReason: event.payload.reason });
    status(book, event, 'returned');
    book.drop('checkedBooks', [event.objectId], event);
  },
  'filing.unlock_undone'(book, event) {
    const approval = book.approvals.get(event.objectId);
    const decided = approval ? { decidedBy: approval.by, decidedAt: near(approval.at) } : {};
    book.put('submissions', [event.objectId, event.payload.number], event, { outcome: 'approved', returnReason: null, ...decided });
    status(book, event, 'approved');
    intoLedger(book, event, event.payload.number);
  },
  'filing.locked': (book, event) => status(book, event, 'locked'),
  'filing.extended'(book, event) {
    const { after } = event.payload;
    const { until, ...why } = after ?? {};
    const settled = after === null ? {} : { extensionAsk: null };
    book.put('filings', [event.objectId], event, { extendedTo: until ?? null, extension: after && why, ...settled });
  },
  'filing.extension_asked': (book, event) =>
    book.put('filings', [event.objectId], event, { extensionAsk: { ...event.payload, by: event.actorId, at: event.at } }),
  'filing.extension_declined': (book, event) => book.put('filings', [event.objectId], event, { extensionAsk: null }),
  'filing.claimed': null,
  'filing.claim_released': null,
  'remark_drafts.taken_over': null,
  'remark.answered'(book, event) {
    const { id, answer, text } = event.payload;
    book.put('remarks', [id], event, { answer, answerText: text, answeredBy: event.actorId, answeredAt: near(event.at) });
  },
  'remark.replied'(book, event) {
    const { id, remarkId, text } = event.payload;
    book.put('remarkReplies', [id], event, { filingId: event.objectId, remarkId, text, ...writtenBy(event) });
  },
  'comment.written'(book, event) {
    const { id, anchor, text } = event.payload;
    book.put('comments', [id], event, { filingId: event.objectId, anchor, text, ...writtenBy(event), resolvedBy: null });
  },
  'comment.resolved'(book, event) {
    for (const [id, row] of book.tables.get('comments') ?? []) {
      const says = (column: string) => (row.isGone ? undefined : book.said('comments', [id], column));
      const isOpen = says('filingId') === event.objectId && says('anchor') === event.payload.anchor && says('resolvedBy') === null;
      if (isOpen) book.put('comments', [id], event, { resolvedBy: event.actorId, resolvedAt: near(event.at) });
    }
  },
  'follow_up.marked'(book, event) {
    const { objectId: filingId, actorId, at, payload } = event;
    book.put('followUps', [filingId, payload.anchor], event, { filingId, markedBy: actorId, markedAt: near(at) });
  },
  'follow_up.cleared': (book, event) => book.drop('followUps', [event.objectId, event.payload.anchor], event),
  'filing.signed_off'(book, event) {
    const { objectId: filingId, actorId, at, payload } = event;
    book.put('signOffs', [filingId, payload.hash], event, { filingId, signedBy: actorId, signedAt: near(at) });
  },
  'practice.started': (book, event) => book.put('filings', [event.objectId], event, { status: 'open' }),
  'practice.cleared'(book, event) {
    const { objectId: filingId, actorId, at } = event;
    for (const table of ofPractice) book.dropWhere(table, 'filingId', filingId, event);
    book.dropWhere('explanations', 'ownerId', filingId, event);
    const recalled = { outcome: 'recalled', decidedBy: actorId, decidedAt: near(at), returnReason: null };
    for (const [key, row] of book.tables.get('submissions') ?? [])
      if (!row.isGone && book.said('submissions', [key], 'filingId') === filingId) book.put('submissions', [key], event, recalled);
    book.put('filings', [filingId], event, { status: oneOf('open', 'locked') });
  },
  'opening.restated'(book, event) {
    const { objectId: filingId, payload } = event;
    const { cell, after, reason } = payload;
    const reading = readingToday(book, filingId, cell, after);
    book.put('restatements', [filingId, cell], event, { filingId, reading, reason, ...writtenBy(event) });
  },
  'opening.restatement_withdrawn': (book, event) => book.drop('restatements', [event.objectId, event.payload.cell], event),
  'filing.corrected': correct,
  'filing.checked': null,
  'workbook.taken_out': null,
  'workbook.taken_in': null,
  'rule.noted'(book, event) {
    const { id, rule, text } = event.payload;
    book.put('ruleNotes', [id], event, { ownerId: event.objectId, rule, text, ...writtenBy(event), answerText: null });
  },
  'rule.note_answered': (book, event) =>
    book.put('ruleNotes', [event.payload.id], event, { answerText: event.payload.text, answeredBy: event.actorId }),
};

/** A correction slip came into force: what it wrote, the new submission, the ledger. */
function correct(book: ReplayBook, event: LoggedEvent<'filing.corrected'>): void {
  const { objectId: filingId, unitId, actorId, at, payload } = event;
  const { number, hash } = payload;
  const slip = book.slipOf(payload.of?.unitId ?? unitId ?? '', payload.year, payload.slip);
  const by = slip ? { savedBy: slip.signedBy } : {};
  const { writes, lapsed } = payload.writes
    ? { writes: payload.writes, lapsed: payload.lapsed ?? [] }
    : writtenBefore(book, event, slip?.changes ?? []);
  for (const { cell, raw, version, reading } of writes)
    book.put('figures', [filingId, cell], event, { filingId, raw, reading, version, ...by, savedAt: near(at) });
  for (const section of lapsed) book.drop('declarations', [filingId, section], event);
  const submitted = slip ? { submittedBy: slip.signedBy, ...(slip.signedAt ? { submittedAt: near(slip.signedAt) } : {}) } : {};
  const decided = { outcome: 'approved', decidedBy: actorId, decidedAt: near(at), returnReason: null, earlyReason: null };
  book.put('submissions', [filingId, number], event, { filingId, hash, content: hash, ...submitted, ...decided });
  book.put('filings', [filingId], event, { submissionNumber: number });
  book.approvals.set(filingId, { by: actorId, at });
  intoLedger(book, event, number);
  compareFrozen(book, event, number);
}

/** What a slip wrote, for events that do not say: its own cells of this quarter, and the zeros that a 本期无 it ended had stood for. */
function writtenBefore(
  book: ReplayBook,
  { objectId: filingId, payload, period }: LoggedEvent<'filing.corrected'>,
  changes: readonly { quarter: number; cell: string; raw: string }[],
) {
  const own = changes.filter(({ quarter }) => period === `${payload.year + Math.floor((quarter - 1) / 4)}Q${((quarter - 1) % 4) + 1}`);
  const read = own.map(({ cell, raw }) => ({ cell, raw, reading: readingToday(book, filingId, cell, raw) ?? '?' }));
  const lapsed = ['3', '4'].filter(
    (section) =>
      book.row('declarations', [filingId, section]) && read.some(({ cell, reading }) => cell.startsWith(`s${section}.`) && reading !== '0'),
  );
  const zeros = lapsed
    .flatMap((section) => book.typedCells(filingId, section))
    .filter((cell) => !read.some((one) => one.cell === cell) && !book.said('figures', [filingId, cell], 'reading'))
    .map((cell) => ({ cell, raw: '0', reading: '0' }));
  const versionOf = (cell: string) => Number(book.said('figures', [filingId, cell], 'version') ?? 0) + 1;
  return { writes: [...read, ...zeros].map((one) => ({ ...one, version: versionOf(one.cell) })), lapsed };
}

/** How the program reads a text today, for events that do not say how it was read then. */
function readingToday(book: ReplayBook, filingId: string, cell: string, text: string): string | undefined {
  const known = book.cellOf(filingId, cell);
  return known && readingOf(figureOfText(text, known).figure);
}

/** An event names what it found; when the events before it left something else there, somebody changed it beside the log in between. */
function found(
  book: ReplayBook,
  { seq }: LoggedEvent,
  said: { table: string; key: readonly string[]; column: string; stored: unknown; replayed: unknown },
): void {
  if (said.stored !== said.replayed) book.contradictions.push({ ...said, key: said.key.join(' '), seq });
}

function decide(
  book: ReplayBook,
  event: LoggedEvent<'filing.recalled' | 'filing.returned' | 'filing.approved' | 'filing.unlocked'>,
  outcome: Record<string, unknown>,
): void {
  const decided = { decidedBy: event.actorId, decidedAt: near(event.at) };
  book.put('submissions', [event.objectId, event.payload.number], event, { ...outcome, ...decided });
}

function status(book: ReplayBook, event: LoggedEvent, stands: string): void {
  book.put('filings', [event.objectId], event, { status: stands });
}

/** What is approved counts; practice never does. */
function intoLedger(book: ReplayBook, event: LoggedEvent, submissionNumber: number): void {
  if (isPracticePeriod(event.period)) return;
  book.put('checkedBooks', [event.objectId], event, { submissionNumber });
}

function hasOpenRemarks(book: ReplayBook, filingId: string): boolean {
  return [...(book.tables.get('remarks')?.keys() ?? [])].some(
    (id) => book.said('remarks', [id], 'filingId') === filingId && book.said('remarks', [id], 'answer') === null,
  );
}

function savedBy({ actorId, at }: LoggedEvent) {
  return { savedBy: actorId, savedAt: near(at) };
}

function writtenBy({ actorId, at }: LoggedEvent) {
  return { writtenBy: actorId, writtenAt: near(at) };
}
