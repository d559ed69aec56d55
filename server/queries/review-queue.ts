import {
  exceptionsToCountersign,
  type Filing,
  findSubmissionsOf,
  listExplanationsOf,
  listFilings,
  listPractice,
  type Reader,
  type Submission,
} from '@/db/store';
import type { Overlay } from '@/server/domain/checks';
import type { Finding } from '@/server/domain/checks/check';
import { type Figure, type FigureBook, notFilled, printFigure, sameFigure } from '@/server/domain/figures';
import { type CellId, getFormat, type Indicator, leafCells, withIndicators } from '@/server/domain/formats';
import { can } from '@/server/domain/permissions';
import type { Sentence } from '@/server/domain/sentence';
import { checkFiling, type FilingFacts, filingBook } from '@/server/domain/workflow';
import type { Actor } from '@/server/views/access';
import { ownWorkAmong } from '@/server/views/decisions';
import { type FilingView, loadFilingViews, loadOpenings } from '@/server/views/filing-view';
import { loadPastQuarters } from '@/server/views/past-quarters';
import { personNames } from '@/server/views/person-names';
import { type FilingContent, readSubmission } from '@/server/views/submission-content';

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
  const submitted = mine.filter((one) => one.status === 'submitted' || one.status === 'in_review');
  return {
    submissions: (await queueItems(reader, actor, { filings: submitted, nameOf, overlay })).sort(byRisk),
    exceptions: await exceptionItems(reader, actor, { filings: mine, nameOf, overlay }),
  };
}

interface QueueOf {
  filings: readonly Filing[];
  nameOf: (id: string | null) => string;
  overlay: Overlay | null;
}

async function exceptionItems(reader: Reader, actor: Actor, { filings, nameOf, overlay }: QueueOf): Promise<ExceptionItem[]> {
  const byId = new Map(filings.map((filing) => [filing.id, filing]));
  const unsigned = await exceptionsToCountersign(reader, [...byId.keys()]);
  const excepted = new Set(unsigned.map((one) => one.ownerId));
  const views = await loadFilingViews(
    reader,
    filings.filter((filing) => excepted.has(filing.id)),
    overlay,
  );
  return unsigned.flatMap((one): ExceptionItem[] => {
    const view = views.get(one.ownerId);
    const finding = view && findingUnder(view, one);
    if (!finding) return [];
    const { id: filingId, unitName, year, quarter } = view.filing;
    return [
      {
        ...{ id: one.id, filingId, unitName, year, quarter },
        rule: one.rule,
        finding: finding.message,
        text: one.text,
        writtenBy: nameOf(one.writtenBy),
        isOwn: one.writtenBy === actor.userId,
      },
    ];
  });
}

/** What an exception lets pass, as long as its values stand. */
export function findingUnder({ checkRun }: FilingView, exception: { rule: string; boundTo: string }): Finding | undefined {
  return checkRun.findings.find((finding) => finding.rule === exception.rule && finding.boundTo === exception.boundTo);
}

function byRisk(a: QueueItem, b: QueueItem): number {
  return (
    b.exceptions - a.exceptions ||
    b.explained - a.explained ||
    (b.changedSinceLast ?? 0) - (a.changedSinceLast ?? 0) ||
    (a.submittedAt < b.submittedAt ? -1 : 1)
  );
}

/** A submission with what it froze. */
interface Sent {
  filing: Filing;
  submission: Submission;
  frozen: FilingContent;
}

async function queueItems(reader: Reader, actor: Actor, { filings, nameOf, overlay }: QueueOf): Promise<QueueItem[]> {
  const ids = filings.map((filing) => filing.id);
  const newest = await findSubmissionsOf(reader, numbered(filings, 0));
  const before = await findSubmissionsOf(reader, numbered(filings, 1));
  const explanations = await listExplanationsOf(reader, 'filing', ids);
  const sent = new Map(
    filings.flatMap((filing): [string, Sent][] => {
      const submission = newest.get(filing.id);
      return submission ? [[filing.id, { filing, submission, frozen: readSubmission(submission.content) }]] : [];
    }),
  );
  const unexplained = [...sent.values()].filter(
    ({ filing: { id }, submission }) => !before.has(id) && submission.earlyReason === null && !explanations.has(id),
  );
  const clean = await cleanAmong(reader, actor, unexplained, overlay);
  return filings.map((filing): QueueItem => {
    const { submission, frozen } = sent.get(filing.id) ?? {};
    const earlier = before.get(filing.id);
    const said = explanations.get(filing.id) ?? [];
    return {
      filingId: filing.id,
      unitName: filing.unitName,
      year: filing.year,
      quarter: filing.quarter,
      status: filing.status,
      submissionNumber: filing.submissionNumber,
      submittedBy: nameOf(submission?.submittedBy ?? null),
      submittedAt: submission?.submittedAt.toISOString() ?? '',
      isEarly: (submission?.earlyReason ?? null) !== null,
      explained: said.filter((one) => one.kind === 'explanation').length,
      exceptions: said.filter((one) => one.kind === 'exception').length,
      changedSinceLast: frozen && earlier ? changedCells(filing, readSubmission(earlier.content), frozen).length : null,
      format: filing.format,
      rowVariant: filing.rowVariant,
      indicators: frozen?.indicators ?? [],
      hash: submission?.hash ?? '',
      isClean: clean.has(filing.id),
    };
  });
}

function numbered(filings: readonly Filing[], back: 0 | 1): { filingId: string; number: number }[] {
  return filings.filter((one) => one.submissionNumber > back).map((one) => ({ filingId: one.id, number: one.submissionNumber - back }));
}

/**
 * Those that this person may approve and that have nothing to explain. Clean are the findings of now: an opening may have moved since the
 * submission, or been restated, and then somebody has to look.
 */
async function cleanAmong(reader: Reader, actor: Actor, sent: readonly Sent[], overlay: Overlay | null): Promise<Set<string>> {
  const open = sent.filter(
    ({ filing, frozen }) =>
      filing.status === 'submitted' &&
      !frozen.restated &&
      can(actor.posts, 'filing.approve', { unitPath: filing.unitPath, status: filing.status }) === 'allowed',
  );
  const own = await ownWorkAmong(
    reader,
    actor.userId,
    open.map(({ filing, submission }) => ({ id: filing.id, submittedBy: submission.submittedBy })),
  );
  const formed = open
    .filter(({ filing }) => !own.has(filing.id))
    .map((one) => ({ ...one, format: withIndicators(getFormat(one.filing.format, one.filing.rowVariant), one.frozen.indicators ?? []) }));
  const opened = await loadOpenings(
    reader,
    formed.map(({ filing, format }) => ({ of: filing, format })),
  );
  const past = await loadPastQuarters(reader, formed);
  const clean = formed.filter(({ filing, frozen, format }, index) => {
    const { unitName: organ, year, quarter, powers } = filing;
    const openings = opened[index]?.openings ?? new Map<CellId, Figure>();
    const book = withOpenings(frozen, { format, openings, powers: new Set(powers) });
    if (leafCells(format).some(({ id }) => !sameFigure(book.get(id) ?? notFilled, frozen.figures[id] ?? notFilled))) return false;
    const known = past.get(filing.id) ?? { quarters: [], values: {}, peers: {} };
    const facts = { organ, year, quarter, powers, format, book, openings, restated: new Set<CellId>(), past: known };
    return checkFiling(facts, overlay).findings.every((finding) => finding.severity === 'hint');
  });
  return new Set(clean.map(({ filing }) => filing.id));
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

/** The cells in which one submission says another figure than the one before it. */
export function changedCells(filing: Pick<Filing, 'format' | 'rowVariant'>, before: FilingContent, after: FilingContent): ChangedCell[] {
  const format = withIndicators(getFormat(filing.format, filing.rowVariant), after.indicators ?? []);
  return leafCells(format).flatMap((cell): ChangedCell[] => {
    const [was, is] = [before.figures[cell.id] ?? notFilled, after.figures[cell.id] ?? notFilled];
    return sameFigure(was, is) ? [] : [{ cell: cell.id, before: printFigure(was, cell), after: printFigure(is, cell) }];
  });
}
