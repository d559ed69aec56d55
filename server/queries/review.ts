import { listExplanations, listPhrases, listRemarkDrafts, listSignOffs, listSubmissions, type Reader, type Submission } from '@/db/store';
import type { Overlay } from '@/server/domain/checks';
import type { Finding } from '@/server/domain/checks/check';
import type { Figure } from '@/server/domain/figures';
import type { CellId } from '@/server/domain/formats';
import { type ApprovalVerdict, type Explanation, mayApprove } from '@/server/domain/workflow';
import { type Actor, requireReadableFiling } from '@/server/views/access';
import { listClaims } from '@/server/views/claims';
import { type ApprovalHeldBy, approvalHeldBy, approvalHistory, type Unlocked, unlockedApproval } from '@/server/views/decisions';
import { loadFilingView } from '@/server/views/filing-view';
import { personNames } from '@/server/views/person-names';
import { readSubmission } from '@/server/views/submission-content';
import { type ChangedCell, changedCells } from '@/server/views/submission-standing';
import type { FormRemark } from './conversation';
import { type FilingForm, loadFilingForm } from './filing-form';
import { findingUnder } from './review-queue';

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
  /** Whose it is, told by the log; null: nobody has taken it on. */
  claim: { by: string; name: string; at: string; isOwn: boolean } | null;
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
  const claim = (await listClaims(reader, [filing])).get(filing.id);
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
    claim: claim ? { by: claim.by, name: nameOf(claim.by), at: claim.at.toISOString(), isOwn: claim.by === actor.userId } : null,
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
  const view = await loadFilingView(reader, filing, overlay);
  const finding = exception && findingUnder(view.checkRun.findings, exception);
  if (!exception || !finding) return null;
  const author = (await listExplanations(reader, { ownerType: 'filing', ownerId: filing.id })).find((one) => one.id === exceptionId);
  return { form, figures: view.content.figures, finding, exception: { ...exception, isOwn: author?.writtenBy === actor.userId } };
}
