import { listPeople, listPosts, type Reader, reportKey } from '@/db/store';
import type { Overlay } from '@/server/domain/checks';
import type { FormatId, RowVariant } from '@/server/domain/formats';
import { can } from '@/server/domain/permissions';
import type { ReportDocument } from '@/server/domain/report/report-document';
import {
  holdsRole,
  isSame,
  maySignStep,
  nextStep,
  type PartKey,
  type SignableContent,
  type SignableDifference,
  type SigningStep,
  type SignVerdict,
  type StepState,
  signableDifference,
} from '@/server/domain/signing';
import { type SomeNames, someNames } from '@/server/domain/some-names';
import type { ReportKey } from '@/server/domain/subject';
import type { ReportObstacle } from '@/server/domain/workflow';
import { type Actor, notFound, requireReadableReport } from '@/server/views/access';
import { draftDocument } from '@/server/views/draft-document';
import { readEdition } from '@/server/views/edition-content';
import { type AddUp, type GoingRound, loadGoingRound } from '@/server/views/going-round';
import { personNames } from '@/server/views/person-names';
import { obstaclesOfReport } from '@/server/views/report-obstacles';
import { loadReportView, type ReportView } from '@/server/views/report-view';
import { type ReportWay, wayOfDraft } from '@/server/views/report-way';
import { namesShown, shownDocument, shownFinding, shownLines, shownObstacle } from '@/server/views/shown-finding';
import { readSigned } from '@/server/views/signed-content';
import { loadSigning, printedTables, type SigningView, signingSteps } from '@/server/views/signing-view';

/** A step as it stands, with the people. */
export interface ShownStep {
  step: SigningStep;
  state: StepState;
  /** Everybody before it has signed: it is its turn. */
  isNext: boolean;
  signature: { id: string; by: string; at: string; hash: string; note: string; isOwn: boolean; edition: number } | null;
  /** Parts that are no longer as they were signed. */
  moved: readonly PartKey[];
  /** Who may sign it, by name: whoever holds the post and has signed no other step. Nobody: an administrator has to give somebody the post. */
  holders: readonly string[];
}

export interface ShownSigning {
  steps: readonly ShownStep[];
  /** The number of the edition that is signed for. */
  edition: number;
  sent: { id: string; by: string; at: string; isOwn: boolean } | null;
  hash: string;
  /** What this person may sign now. Null: nothing. */
  mine: string | null;
}

export async function shownSigning(reader: Reader, actor: Actor, view: ReportView, signing: SigningView): Promise<ShownSigning> {
  const { steps, standings, sent, edition, hash } = signing;
  if (steps.length === 0) return { steps: [], edition, sent: null, hash, mine: null };
  const nameOf = await personNames(reader);
  const active = new Map((await listPeople(reader)).filter((person) => person.isActive).map((person) => [person.id, person.name]));
  const posts = await listPosts(reader);
  const next = nextStep(standings);
  const of = { unitPath: view.unit.path, standings };
  const verdict = next && maySignStep(actor, next.step, of);
  const holdersOf = (step: SigningStep) => [
    ...new Set(
      posts.flatMap((post) =>
        maySignStep({ userId: post.userId, posts: [post] }, step, of) === 'allowed' ? (active.get(post.userId) ?? []) : [],
      ),
    ),
  ];
  return {
    steps: standings.map(({ step, state, signature, moved }) => ({
      step,
      state,
      isNext: next?.step.key === step.key,
      signature: signature && {
        id: signature.id,
        by: nameOf(signature.signedBy),
        at: signature.signedAt.toISOString(),
        hash: signature.hash,
        note: signature.note,
        isOwn: signature.signedBy === actor.userId,
        edition: signature.edition,
      },
      moved,
      holders: holdersOf(step),
    })),
    edition,
    sent: sent && { id: sent.id, by: nameOf(sent.signedBy), at: sent.signedAt.toISOString(), isOwn: sent.signedBy === actor.userId },
    hash,
    mine: sent && next && verdict === 'allowed' ? next.step.key : null,
  };
}

/** What a signer has before them: the document as it will be printed, what changed for them, what is open, and who has signed. */
export interface SignPage extends ReportKey {
  organ: string;
  format: FormatId;
  rowVariant: RowVariant;
  /** A list of a thousand units in it by its first ones. */
  document: Pick<ReportDocument, 'blocks'> & { isCut: boolean };
  signing: ShownSigning;
  /** How its numbers came here. */
  way: ReportWay;
  mayReadBoard: boolean;
  /** Why this person cannot sign the next step; null when nothing is to be signed. */
  verdict: SignVerdict | 'not_sent' | 'all_signed';
  /** What is to be settled before anybody signs. */
  obstacles: readonly ReportObstacle[];
  /** Findings that stand with what was said of them, and lines beside the figures: what the signer confirms by signing. */
  confirmations: readonly {
    rule: string;
    severity: 'must_fix' | 'confirm';
    message: { zh: string; en: string };
    said: readonly { text: string; by: string; countersignedBy: string }[];
  }[];
  adjustments: readonly { cell: string; change: string; reason: string; countersignedBy: string }[];
  /** Units whose figures are not in it, the first by name; the rest is asked for (`missing-units`). */
  missing: SomeNames;
  /** What changed since this person signed last; without a signature of theirs, since the newest edition. Null: they see it for the first time. */
  since: { what: 'signature' | 'edition'; at: string; edition: number; difference: SignableDifference; isSame: boolean } | null;
}

/** @throws Refused not_found */
export async function loadSignPage(reader: Reader, actor: Actor, key: ReportKey, overlay: Overlay | null): Promise<SignPage> {
  await requireReadableReport(reader, actor, key);
  const view = await loadReportView(reader, key, overlay);
  if (!view) throw notFound();
  const signing = await loadSigning(reader, view);
  const nameOf = await personNames(reader);
  const next = nextStep(signing.standings);
  const shown = new Map(view.checkRun.findings.map((one) => [`${one.rule} ${one.boundTo}`, shownFinding(one).message]));
  return {
    ...key,
    organ: view.unit.name,
    format: view.format.id,
    rowVariant: view.format.rowVariant,
    document: shownDocument(draftDocument(view)),
    signing: await shownSigning(reader, actor, view, signing),
    way: wayOfDraft(view, signing, nameOf),
    mayReadBoard: can(actor.posts, 'board.read', { unitPath: view.unit.path, status: null }) === 'allowed',
    verdict: !next
      ? 'all_signed'
      : signing.sent
        ? maySignStep(actor, next.step, { unitPath: view.unit.path, standings: signing.standings })
        : 'not_sent',
    obstacles: obstaclesOfReport(view).map(shownObstacle),
    confirmations: signing.content.findings.map(({ rule, severity, boundTo, message, said }) => ({
      rule,
      severity,
      message: shown.get(`${rule} ${boundTo}`) ?? message,
      said: said.map((one) => ({ text: one.text, by: nameOf(one.writtenBy), countersignedBy: nameOf(one.countersignedBy) })),
    })),
    adjustments: signing.content.adjustments.map((line) => ({
      cell: line.cell,
      change: line.change,
      reason: line.reason,
      countersignedBy: nameOf(line.countersignedBy),
    })),
    missing: someNames(
      signing.content.missing.map((unit) => unit.unitName),
      namesShown,
    ),
    since: sinceLooked(view, signing, actor),
  };
}

function sinceLooked(view: ReportView, signing: SigningView, actor: Actor): SignPage['since'] {
  const own = signing.signatures.findLast((one) => one.signedBy === actor.userId);
  if (own) {
    const { content } = readSigned(own.content);
    const difference = shownLines(signableDifference(view.format, content, signing.content));
    return { what: 'signature', at: own.signedAt.toISOString(), edition: own.edition, difference, isSame: isSame(difference) };
  }
  const [edition] = view.editions;
  if (!edition) return null;
  const before = editionContentOf(view, edition.content, signing.content);
  const difference = shownLines(signableDifference(view.format, before, signing.content, comparable(signing.content)));
  return { what: 'edition', at: edition.finalisedAt.toISOString(), edition: edition.number, difference, isSame: isSame(difference) };
}

/** What an edition and a draft can be compared by: an edition keeps the reasons in other words. */
function comparable(content: SignableContent): PartKey[] {
  return [...Object.keys(content.tables).map((id) => `table:${id}`), ...Object.keys(content.texts).map((key) => `text:${key}`), 'notes'];
}

function editionContentOf(view: ReportView, stored: string, like: SignableContent): SignableContent {
  const { figures, texts, notes = {} } = readEdition(stored);
  return {
    ...like,
    tables: printedTables(view.format, figures),
    texts: { ...Object.fromEntries(Object.keys(like.texts).map((key) => [key, ''])), ...texts },
    notes,
  };
}

/** A report that is going round for signature, before somebody who signs. */
export interface ReportToSign extends ReportKey, SigningProgress {
  organ: string;
  edition: number;
  sentBy: string;
  sentAt: string;
  /** The name of the step that waits for this person; null: it waits for somebody else. */
  mine: string | null;
  /** This person signed it and the content has moved since. */
  isAgain: boolean;
}

/** The reports going round that the person has a step in: those that wait for them first. */
export async function listReportsToSign(reader: Reader, actor: Actor, overlay: Overlay | null, addUp?: AddUp): Promise<ReportToSign[]> {
  const going = await goingRoundBefore(reader, actor, overlay, addUp);
  if (going.length === 0) return [];
  const nameOf = await personNames(reader);
  const rows = going.map(({ key, unit, edition, sent, standings }): ReportToSign => {
    const next = nextStep(standings);
    const isMine = next !== null && maySignStep(actor, next.step, { unitPath: unit.path, standings }) === 'allowed';
    return {
      ...key,
      organ: unit.name,
      edition,
      sentBy: nameOf(sent.signedBy),
      sentAt: sent.signedAt.toISOString(),
      ...progressOf(standings),
      mine: isMine ? next.step.name : null,
      isAgain: isMine && next.state === 'lapsed' && next.signature?.signedBy === actor.userId,
    };
  });
  return rows.sort((a, b) => Number(b.mine !== null) - Number(a.mine !== null) || (a.sentAt < b.sentAt ? 1 : -1));
}

/** How many reports wait for this very person's signature: the number in the navigation. */
export async function countReportsToSign(reader: Reader, actor: Actor, overlay: Overlay | null, addUp?: AddUp): Promise<number> {
  return (await goingRoundBefore(reader, actor, overlay, addUp)).filter(({ unit, standings }) => {
    const next = nextStep(standings);
    return next !== null && maySignStep(actor, next.step, { unitPath: unit.path, standings }) === 'allowed';
  }).length;
}

/** How far the signing of each report of a year that goes round is, by `reportKey`. What nobody sent is not in it. */
export async function signingProgress(
  reader: Reader,
  year: number,
  overlay: Overlay | null,
  addUp?: AddUp,
): Promise<Map<string, SigningProgress>> {
  const going = await loadGoingRound(reader, overlay, { isOf: (key) => key.year === year, ...(addUp ? { addUp } : {}) });
  return new Map(going.map(({ key, standings }) => [reportKey(key), progressOf(standings)]));
}

export interface SigningProgress {
  signed: number;
  lapsed: number;
  of: number;
}

function progressOf(standings: GoingRound['standings']): SigningProgress {
  return {
    signed: standings.filter((one) => one.state === 'signed').length,
    lapsed: standings.filter((one) => one.state === 'lapsed').length,
    of: standings.length,
  };
}

/** Those in which the person has a step. Whoever has no post that signs costs one query. */
async function goingRoundBefore(reader: Reader, actor: Actor, overlay: Overlay | null, addUp?: AddUp): Promise<GoingRound[]> {
  const known = await signingSteps(reader);
  if (!actor.posts.some((post) => known.some((step) => step.role === post.role))) return [];
  return loadGoingRound(reader, overlay, {
    isOf: (_, unit, steps) => steps.some((step) => holdsRole(actor.posts, step, unit.path)),
    ...(addUp ? { addUp } : {}),
  });
}
