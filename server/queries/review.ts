import {
  exceptionsToCountersign,
  type Filing,
  listExplanations,
  listFilings,
  listPhrases,
  listPractice,
  listRemarkDrafts,
  listSignOffs,
  listSubmissions,
  type Reader,
  type Submission,
} from '@/db/store';
import type { Overlay } from '@/server/domain/checks';
import type { Finding } from '@/server/domain/checks/check';
import { type Figure, type FigureBook, notFilled, printFigure, sameFigure } from '@/server/domain/figures';
import { type CellId, getFormat, type Indicator, leafCells, withIndicators } from '@/server/domain/formats';
import { can } from '@/server/domain/permissions';
import type { Sentence } from '@/server/domain/sentence';
import { type ApprovalVerdict, checkFiling, type Explanation, type FilingFacts, filingBook, mayApprove } from '@/server/domain/workflow';
import type { Actor } from '@/server/views/access';
import { requireReadableFiling } from '@/server/views/access';
import { type ApprovalHeldBy, approvalHeldBy, approvalHistory, type Unlocked, unlockedApproval } from '@/server/views/decisions';
import { loadFilingView, loadOpenings } from '@/server/views/filing-view';
import { loadPastQuarters } from '@/server/views/past-quarters';
import { personNames } from '@/server/views/person-names';
import { type FilingContent, readSubmission } from '@/server/views/submission-content';
import type { FormRemark } from './conversation';
import { type FilingForm, loadFilingForm } from './filing-form';

export interface QueueItem {
  filingId: string;
  unitName: string;
  year: number;
  quarter: number;
  status: Filing['status'];
  submissionNumber: number;
  submittedBy: string;
  submittedAt: string;
  /** It came before its quarter had ended. */
  isEarly: boolean;
  /** Findings that passed only because somebody explained or excepted them: what a reviewer reads first. */
  explained: number;
  exceptions: number;
  changedSinceLast: number | null;
  format: Filing['format'];
  rowVariant: Filing['rowVariant'];
  /** The local indicators its submission froze. */
  indicators: readonly Indicator[];
  /** Content hash of the submission, to bind an approval to it. */
  hash: string;
  /** A first submission that this person may approve, with nothing to explain and nothing explained: it may go in bulk. */
  isClean: boolean;
}

export interface ExceptionItem {
  id: string;
  filingId: string;
  unitName: string;
  year: number;
  quarter: number;
  rule: string;
  /** What the finding says, with its numbers. Exceptions whose values have changed since have lapsed and are not listed. */
  finding: Sentence;
  text: string;
  writtenBy: string;
  /** Nobody countersigns their own. */
  isOwn: boolean;
}

export interface Queue {
  submissions: QueueItem[];
  exceptions: ExceptionItem[];
}

const waiting = ['open', 'returned', 'submitted', 'in_review'] as const;

/**
 * What waits for a reviewer: submissions, those with exceptions, explanations and changes first; and exceptions to countersign.
 * Practice is a queue of its own, so that nothing that counts the one counts the other.
 */
export async function loadQueue(reader: Reader, actor: Actor, overlay: Overlay | null): Promise<Queue & { practice: Queue }> {
  return {
    ...(await queueOf(reader, actor, overlay, await listFilings(reader, { statuses: waiting }))),
    practice: await queueOf(reader, actor, overlay, await listPractice(reader, { statuses: waiting })),
  };
}

async function queueOf(reader: Reader, actor: Actor, overlay: Overlay | null, filings: readonly Filing[]): Promise<Queue> {
  const mine = filings.filter(
    (filing) => can(actor.posts, 'filing.countersign', { unitPath: filing.unitPath, status: filing.status }) === 'allowed',
  );
  const nameOf = await personNames(reader);
  const submissions: QueueItem[] = [];
  for (const filing of mine.filter((one) => one.status === 'submitted' || one.status === 'in_review'))
    submissions.push(await queueItem(reader, actor, { filing, nameOf, overlay }));
  const byId = new Map(mine.map((filing) => [filing.id, filing]));
  const unsigned = await exceptionsToCountersign(reader, [...byId.keys()]);
  const exceptions: ExceptionItem[] = [];
  for (const one of unsigned) {
    const filing = byId.get(one.ownerId);
    const finding = filing && (await standingFinding(reader, filing, one, overlay));
    if (!finding) continue;
    exceptions.push({
      id: one.id,
      filingId: filing.id,
      unitName: filing.unitName,
      year: filing.year,
      quarter: filing.quarter,
      rule: one.rule,
      finding: finding.message,
      text: one.text,
      writtenBy: nameOf(one.writtenBy),
      isOwn: one.writtenBy === actor.userId,
    });
  }
  return { submissions: submissions.sort(byRisk), exceptions };
}

function byRisk(a: QueueItem, b: QueueItem): number {
  return (
    b.exceptions - a.exceptions ||
    b.explained - a.explained ||
    (b.changedSinceLast ?? 0) - (a.changedSinceLast ?? 0) ||
    (a.submittedAt < b.submittedAt ? -1 : 1)
  );
}

async function standingFinding(
  reader: Reader,
  filing: Filing,
  exception: { rule: string; boundTo: string },
  overlay: Overlay | null,
): Promise<Finding | undefined> {
  const { checkRun } = await loadFilingView(reader, filing, overlay);
  return checkRun.findings.find((finding) => finding.rule === exception.rule && finding.boundTo === exception.boundTo);
}

async function queueItem(
  reader: Reader,
  actor: Actor,
  { filing, nameOf, overlay }: { filing: Filing; nameOf: (id: string | null) => string; overlay: Overlay | null },
): Promise<QueueItem> {
  const submissions = await listSubmissions(reader, filing.id);
  const newest = submissions.at(-1);
  const before = submissions.at(-2);
  const frozen = newest && readSubmission(newest.content);
  const explanations = await listExplanations(reader, { ownerType: 'filing', ownerId: filing.id });
  return {
    filingId: filing.id,
    unitName: filing.unitName,
    year: filing.year,
    quarter: filing.quarter,
    status: filing.status,
    submissionNumber: filing.submissionNumber,
    submittedBy: nameOf(newest?.submittedBy ?? null),
    submittedAt: newest?.submittedAt.toISOString() ?? '',
    isEarly: (newest?.earlyReason ?? null) !== null,
    explained: explanations.filter((one) => one.kind === 'explanation').length,
    exceptions: explanations.filter((one) => one.kind === 'exception').length,
    changedSinceLast: frozen && before ? changedCells(filing, readSubmission(before.content), frozen).length : null,
    format: filing.format,
    rowVariant: filing.rowVariant,
    indicators: frozen?.indicators ?? [],
    hash: newest?.hash ?? '',
    isClean:
      newest !== undefined &&
      frozen !== undefined &&
      !before &&
      newest.earlyReason === null &&
      explanations.length === 0 &&
      (await isCleanFor(reader, actor, { filing, submission: { submittedBy: newest.submittedBy, frozen }, overlay })),
  };
}

/** Clean are the findings of now: an opening may have moved since the submission, or been restated, and then somebody has to look. */
async function isCleanFor(
  reader: Reader,
  actor: Actor,
  {
    filing,
    submission: { submittedBy, frozen },
    overlay,
  }: { filing: Filing; submission: Pick<Submission, 'submittedBy'> & { frozen: FilingContent }; overlay: Overlay | null },
): Promise<boolean> {
  if (filing.status !== 'submitted') return false;
  if (can(actor.posts, 'filing.approve', { unitPath: filing.unitPath, status: filing.status }) !== 'allowed') return false;
  if (mayApprove(actor.userId, await approvalHistory(reader, filing.id, submittedBy)) !== 'allowed') return false;
  const { unitName: organ, year, quarter, powers } = filing;
  if (frozen.restated) return false;
  const format = withIndicators(getFormat(filing.format, filing.rowVariant), frozen.indicators ?? []);
  const { openings } = await loadOpenings(reader, filing, format);
  const book = withOpenings(frozen, { format, openings, powers: new Set(powers) });
  if (leafCells(format).some(({ id }) => !sameFigure(book.get(id) ?? notFilled, frozen.figures[id] ?? notFilled))) return false;
  const past = await loadPastQuarters(reader, filing, format);
  const { findings } = checkFiling({ organ, year, quarter, powers, format, book, openings, restated: new Set(), past }, overlay);
  return findings.every((finding) => finding.severity === 'hint');
}

/** What was submitted, with what is carried in now. Nobody writes into a submitted filing, so its figures need not be read again. */
function withOpenings({ figures, declared }: FilingContent, now: Omit<FilingFacts, 'stored' | 'declared'>): FigureBook {
  const typed = Object.entries(figures).filter(([id]) => now.format.cells.get(id)?.addsUp !== 'opening');
  return filingBook({ ...now, stored: new Map(typed), declared: new Set(declared) });
}

export interface ChangedCell {
  cell: CellId;
  before: string;
  after: string;
}

/** An explanation or exception as the reviewer sees it; nobody countersigns their own. */
export interface ReviewExplanation extends Explanation {
  isOwn: boolean;
}

/** A remark that is written and not sent: it goes out with the return. */
export interface DraftRemark {
  id: string;
  /** A cell id, `text` for the contribution, `text:2` for its second paragraph. */
  anchor: string;
  text: string;
}

export interface SubmissionReview {
  form: FilingForm;
  number: number;
  hash: string;
  submittedBy: string;
  submittedAt: string;
  /** Why it came before its quarter had ended; null for one that came after. */
  earlyReason: string | null;
  /** Who signed exactly this content inside the unit; null: nobody. */
  signedOff: { by: string; at: string } | null;
  figures: Record<CellId, Figure>;
  contribution: string;
  declared: readonly string[];
  /** Against the submission before; null for the first. */
  changes: readonly ChangedCell[] | null;
  textChanged: boolean;
  contributionBefore: string | null;
  remarks: readonly FormRemark[];
  /** What the reader has pinned and not sent. */
  drafts: readonly DraftRemark[];
  /** How many a colleague has, whose review may be taken over; what they say is the colleague's. */
  draftsOfOthers: readonly { writtenBy: string; name: string; count: number }[];
  /** 常用语, for whoever may return this. */
  phrases: readonly string[];
  explanations: readonly ReviewExplanation[];
  history: readonly {
    number: number;
    outcome: Submission['outcome'];
    submittedBy: string;
    submittedAt: string;
    decidedBy: string;
    decidedAt: string | null;
    returnReason: string | null;
  }[];
  /** Whether this very person may approve (R4). */
  ownWork: ApprovalVerdict;
  /** Of an approval that stands: whether this person gave it, and what holds it. */
  approval: { isOwn: boolean; heldBy: ApprovalHeldBy | null } | null;
  /** Whether an unlock stands that can be undone; null when the filing was not unlocked. */
  unlocked: Unlocked['state'] | null;
}

/** The newest submission as it was frozen, with what changed since the one before. */
export async function loadSubmissionReview(
  reader: Reader,
  actor: Actor,
  filingId: string,
  overlay: Overlay | null,
): Promise<SubmissionReview | null> {
  const filing = await requireReadableFiling(reader, actor, filingId);
  const submissions = await listSubmissions(reader, filing.id);
  const newest = submissions.at(-1);
  if (!newest) return null;
  const before = submissions.at(-2) ?? null;
  const nameOf = await personNames(reader);
  const form = await loadFilingForm(reader, actor, filingId, overlay);
  const content = readSubmission(newest.content);
  const authors = new Map(
    (await listExplanations(reader, { ownerType: 'filing', ownerId: filing.id })).map((one) => [one.id, one.writtenBy]),
  );
  const signedOff = (await listSignOffs(reader, filing.id)).find((one) => one.hash === newest.hash);
  const contentBefore = before ? readSubmission(before.content) : null;
  return {
    form,
    number: newest.number,
    hash: newest.hash,
    submittedBy: nameOf(newest.submittedBy),
    submittedAt: newest.submittedAt.toISOString(),
    earlyReason: newest.earlyReason,
    signedOff: signedOff ? { by: nameOf(signedOff.signedBy), at: signedOff.signedAt.toISOString() } : null,
    figures: content.figures,
    contribution: content.contribution,
    declared: content.declared,
    changes: contentBefore ? changedCells(filing, contentBefore, content) : null,
    textChanged: contentBefore !== null && contentBefore.contribution !== content.contribution,
    contributionBefore: contentBefore?.contribution ?? null,
    remarks: form.remarks,
    ...(await draftsFor(reader, actor, { form, nameOf })),
    phrases: form.verdicts['filing.return'] === 'allowed' ? (await listPhrases(reader)).map((phrase) => phrase.text) : [],
    explanations: form.explanations.map((one) => ({ ...one, isOwn: authors.get(one.id) === actor.userId })),
    history: submissions.map((one) => ({
      number: one.number,
      outcome: one.outcome,
      submittedBy: nameOf(one.submittedBy),
      submittedAt: one.submittedAt.toISOString(),
      decidedBy: nameOf(one.decidedBy),
      decidedAt: one.decidedAt?.toISOString() ?? null,
      returnReason: one.returnReason,
    })),
    ownWork: mayApprove(actor.userId, await approvalHistory(reader, filing.id, newest.submittedBy)),
    approval:
      filing.status === 'approved'
        ? { isOwn: newest.decidedBy === actor.userId, heldBy: await approvalHeldBy(reader, filing, newest) }
        : null,
    unlocked: (await unlockedApproval(reader, filing))?.state ?? null,
  };
}

async function draftsFor(
  reader: Reader,
  { userId }: Actor,
  { form, nameOf }: { form: FilingForm; nameOf: (id: string | null) => string },
): Promise<Pick<SubmissionReview, 'drafts' | 'draftsOfOthers'>> {
  if (form.verdicts['filing.draft_remark'] !== 'allowed') return { drafts: [], draftsOfOthers: [] };
  const all = await listRemarkDrafts(reader, form.filingId);
  const others = [...new Set(all.map((draft) => draft.writtenBy))].filter((writtenBy) => writtenBy !== userId);
  return {
    drafts: all.filter((draft) => draft.writtenBy === userId).map(({ id, anchor, text }) => ({ id, anchor, text })),
    draftsOfOthers: others.map((writtenBy) => ({
      writtenBy,
      name: nameOf(writtenBy),
      count: all.filter((draft) => draft.writtenBy === writtenBy).length,
    })),
  };
}

/** What a second signature is given under: the figures as they stand, submitted or not, the finding with both sides, and the reason. */
export interface ExceptionReview {
  form: FilingForm;
  figures: Record<CellId, Figure>;
  finding: Finding;
  exception: ReviewExplanation;
}

/** @returns null when the values have changed since, so that the exception lapsed, or it is not there */
export async function loadExceptionReview(
  reader: Reader,
  actor: Actor,
  { filingId, exceptionId }: { filingId: string; exceptionId: string },
  overlay: Overlay | null,
): Promise<ExceptionReview | null> {
  const filing = await requireReadableFiling(reader, actor, filingId);
  const form = await loadFilingForm(reader, actor, filingId, overlay);
  const exception = form.explanations.find((one) => one.id === exceptionId && one.kind === 'exception');
  const finding = exception && (await standingFinding(reader, filing, exception, overlay));
  if (!exception || !finding) return null;
  const author = (await listExplanations(reader, { ownerType: 'filing', ownerId: filing.id })).find((one) => one.id === exceptionId);
  const { content } = await loadFilingView(reader, filing, overlay);
  return { form, figures: content.figures, finding, exception: { ...exception, isOwn: author?.writtenBy === actor.userId } };
}

function changedCells(filing: Filing, before: FilingContent, after: FilingContent): ChangedCell[] {
  const format = withIndicators(getFormat(filing.format, filing.rowVariant), after.indicators ?? []);
  return leafCells(format).flatMap((cell): ChangedCell[] => {
    const [was, is] = [before.figures[cell.id] ?? notFilled, after.figures[cell.id] ?? notFilled];
    return sameFigure(was, is) ? [] : [{ cell: cell.id, before: printFigure(was, cell), after: printFigure(is, cell) }];
  });
}
