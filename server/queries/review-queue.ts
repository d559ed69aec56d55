import {
  type Filing,
  findFilings,
  listUnsignedExceptions,
  listWaiting,
  type Reader,
  type UnsignedException,
  type WaitingSubmission,
} from '@/db/store';
import type { Overlay } from '@/server/domain/checks';
import type { Finding } from '@/server/domain/checks/check';
import { isOver } from '@/server/domain/deadlines';
import { type Page, pageOf } from '@/server/domain/paging';
import type { Day, Quarter } from '@/server/domain/periods';
import { can } from '@/server/domain/permissions';
import { isFound, quarterInWords, searchWords } from '@/server/domain/searched';
import type { Sentence } from '@/server/domain/sentence';
import type { UnitKind } from '@/server/domain/units';
import type { QueueOnly } from '@/server/domain/workflow';
import { type Actor, requireReadableFiling } from '@/server/views/access';
import { type Claim, listClaims } from '@/server/views/claims';
import { ownWorkAmong } from '@/server/views/decisions';
import { loadFilingViews } from '@/server/views/filing-view';
import { withNames } from '@/server/views/person-names';
import { changedSinceBefore, loadSubmissionStandings } from '@/server/views/submission-standing';

export interface QueueItem {
  filingId: string;
  unitName: string;
  year: number;
  quarter: number;
  status: WaitingSubmission['status'];
  submissionNumber: number;
  submittedBy: string;
  submittedAt: string;
  /** It came before its quarter had ended. */
  isEarly: boolean;
  /** Findings that passed only because somebody explained or excepted them: what a reviewer reads first. */
  explained: number;
  exceptions: number;
  changedSinceLast: number | null;
  format: WaitingSubmission['format'];
  rowVariant: WaitingSubmission['rowVariant'];
  /** Content hash of the submission, to bind an approval to it. */
  hash: string;
  /** When its quarter is due. */
  dueOn: Day;
  /** Who has taken it on; null: nobody. */
  claim: { name: string; isOwn: boolean } | null;
  /** It may be approved with others, and somebody has explained something: that is read and said yes to for itself. */
  isExplainedOnly: boolean;
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

/** What is shown of it: a page each. */
export interface Queue {
  submissions: QueueItem[];
  page: Page;
  exceptions: ExceptionItem[];
  /** Of exceptions that nobody has signed: a page may show fewer, where some have lapsed. */
  exceptionPage: Page;
}

/** What of the queue is looked at. Nothing: all of it, from the beginning. */
export interface QueueFilter {
  /** Words of the unit's name or of the quarter. */
  search?: string | undefined;
  kind?: UnitKind | undefined;
  quarter?: Quarter | undefined;
  only?: QueueOnly | undefined;
  /** For what is overdue. */
  today?: Day | undefined;
}

export interface QueueAsked extends QueueFilter {
  page?: number | undefined;
  exceptionPage?: number | undefined;
  practicePage?: number | undefined;
  practiceExceptionPage?: number | undefined;
}

export type QueuePage = Queue & { practice: Queue; search: string } & Pick<QueueFilter, 'kind' | 'quarter' | 'only'>;

/** How what is shown is looked into. */
export interface Look {
  /** What the rules of now find in filings, by filing. */
  findings: (reader: Reader, filings: readonly Filing[], overlay: Overlay | null) => Promise<ReadonlyMap<string, readonly Finding[]>>;
  /** Hears of whom the lines of the page are. */
  shown: (unitId: string) => void;
}

const lookNow: Look = {
  findings: async (reader, filings, overlay) =>
    new Map([...(await loadFilingViews(reader, filings, overlay))].map(([id, { checkRun }]) => [id, checkRun.findings])),
  shown() {},
};

/** Each exception is looked into, so fewer of them are a page. */
const exceptionsPerPage = 10;

/**
 * What waits for a reviewer: submissions, those with exceptions, explanations and changes first; and exceptions to countersign.
 * Practice is a queue of its own, so that nothing that counts the one counts the other.
 */
export async function loadQueue(
  reader: Reader,
  actor: Actor,
  overlay: Overlay | null,
  asked: QueueAsked = {},
  look: Look = lookNow,
): Promise<QueuePage> {
  const { search = '', page, exceptionPage, practicePage, practiceExceptionPage, ...filter } = asked;
  const of = { actor, overlay, search, look, ...filter };
  return {
    ...(await queueOf(reader, { ...of, isPractice: false, page, exceptionPage })),
    practice: await queueOf(reader, { ...of, isPractice: true, page: practicePage, exceptionPage: practiceExceptionPage }),
    ...{ search, kind: filter.kind, quarter: filter.quarter, only: filter.only },
  };
}

interface QueueOf extends QueueFilter {
  actor: Actor;
  overlay: Overlay | null;
  isPractice: boolean;
}

async function queueOf(reader: Reader, asked: QueueOf & Pick<QueueAsked, 'page' | 'exceptionPage'> & { look: Look }): Promise<Queue> {
  const waiting = await waitingFor(reader, asked);
  const { lines, at } = pageOf(waiting, asked.page);
  for (const { unitId } of lines) asked.look.shown(unitId);
  return {
    submissions: await queueItems(reader, asked, lines),
    page: at,
    ...(await exceptionItems(reader, asked)),
  };
}

/** A submission that waits, with how much of it is new. */
type Waiting = WaitingSubmission & { changedSinceLast: number | null; claim: Claim | null };

/** All that waits for a person, as far as it is asked for, in the order in which it is read. */
async function waitingFor(reader: Reader, { actor, overlay, isPractice, search = '', ...filter }: QueueOf): Promise<Waiting[]> {
  const words = searchWords(search);
  const theirs = (await listWaiting(reader, { isPractice })).filter(
    (one) =>
      can(actor.posts, 'filing.countersign', { unitPath: one.unitPath, status: one.status }) === 'allowed' &&
      isFound(words, `${one.unitName} ${quarterInWords(one)}`),
  );
  const claims = await listClaims(
    reader,
    theirs.map(({ filingId: id, ...one }) => ({ id, ...one })),
  );
  const asked = theirs
    .map((one) => ({ ...one, claim: claims.get(one.filingId) ?? null }))
    .filter((one) => isAsked(one, actor.userId, filter));
  const changed = await changedSinceBefore(reader, asked, overlay);
  return asked.map((one) => ({ ...one, changedSinceLast: changed.get(one.filingId) ?? null })).sort(byRisk);
}

function isAsked(
  one: Omit<Waiting, 'changedSinceLast'>,
  userId: string,
  { kind, quarter, only = 'all', today }: Omit<QueueFilter, 'search'>,
): boolean {
  if ((kind !== undefined && one.kind !== kind) || (quarter !== undefined && one.quarter !== quarter)) return false;
  switch (only) {
    case 'all':
      return true;
    case 'overdue':
      return today !== undefined && isOver(one.dueOn, today);
    case 'explained':
      return one.explained + one.exceptions > 0;
    case 'mine':
      return one.claim?.by === userId;
    case 'free':
      return one.claim === null;
    default:
      return only satisfies never;
  }
}

function byRisk(a: Waiting, b: Waiting): number {
  return (
    b.exceptions - a.exceptions ||
    b.explained - a.explained ||
    (b.changedSinceLast ?? 0) - (a.changedSinceLast ?? 0) ||
    a.submittedAt.getTime() - b.submittedAt.getTime() ||
    (a.filingId < b.filingId ? -1 : 1)
  );
}

async function queueItems(reader: Reader, { actor, overlay, isPractice }: QueueOf, lines: readonly Waiting[]): Promise<QueueItem[]> {
  const clean = isPractice ? new Set<string>() : await cleanAmong(reader, actor, lines, overlay);
  const own = isPractice ? new Set<string>() : await explainedOnlyAmong(reader, actor, lines);
  return withNames(reader, (nameOf) =>
    lines.map((one) => queueItem(one, { actor, nameOf, isClean: clean.has(one.filingId), isExplainedOnly: own.has(one.filingId) })),
  );
}

function queueItem(
  { unitId: _unit, unitPath: _path, kind: _kind, standing: _standing, claim, submittedAt, submittedBy, ...one }: Waiting,
  { actor, nameOf, ...marks }: { actor: Actor; nameOf: (id: string) => string } & Pick<QueueItem, 'isClean' | 'isExplainedOnly'>,
): QueueItem {
  return {
    ...{ ...one, ...marks, submittedBy: nameOf(submittedBy), submittedAt: submittedAt.toISOString() },
    claim: claim && { name: nameOf(claim.by), isOwn: claim.by === actor.userId },
  };
}

/**
 * Those that this person may approve and that have nothing to explain. Clean are the findings of now: an opening may have moved since the
 * submission, or been restated, and then somebody has to look.
 */
async function cleanAmong(reader: Reader, actor: Actor, waiting: readonly Waiting[], overlay: Overlay | null): Promise<Set<string>> {
  const open = waiting.filter(
    (one) =>
      one.status === 'submitted' &&
      one.submissionNumber === 1 &&
      !one.isEarly &&
      one.explained + one.exceptions === 0 &&
      can(actor.posts, 'filing.approve', { unitPath: one.unitPath, status: one.status }) === 'allowed',
  );
  const own = await ownWorkAmong(
    reader,
    actor.userId,
    open.map(({ filingId, submittedBy }) => ({ id: filingId, submittedBy })),
  );
  const others = open.filter(({ filingId }) => !own.has(filingId));
  const standings = await loadSubmissionStandings(reader, others, overlay);
  return new Set(others.flatMap(({ filingId }) => (standings.get(filingId)?.isPlain ? [filingId] : [])));
}

/** Those that nobody reviews yet, that this person may approve, and in which something was explained and nothing excepted. */
async function explainedOnlyAmong(reader: Reader, actor: Actor, waiting: readonly Waiting[]): Promise<Set<string>> {
  const open = waiting.filter(
    (one) =>
      one.status === 'submitted' &&
      !one.isEarly &&
      one.explained > 0 &&
      one.exceptions === 0 &&
      can(actor.posts, 'filing.approve', { unitPath: one.unitPath, status: one.status }) === 'allowed',
  );
  const own = await ownWorkAmong(
    reader,
    actor.userId,
    open.map(({ filingId, submittedBy }) => ({ id: filingId, submittedBy })),
  );
  return new Set(open.flatMap(({ filingId }) => (own.has(filingId) ? [] : [filingId])));
}

/** Clean submissions on all pages, in the order of the queue; at most so many of them, and how many there are. */
export async function loadCleanSubmissions(
  reader: Reader,
  actor: Actor,
  overlay: Overlay | null,
  { limit, ...filter }: QueueFilter & { limit: number },
): Promise<{ submissions: QueueItem[]; of: number }> {
  const asked = { actor, overlay, isPractice: false, ...filter };
  const waiting = await waitingFor(reader, asked);
  const clean = await cleanAmong(reader, actor, waiting, overlay);
  const lines = waiting.filter((one) => clean.has(one.filingId)).slice(0, limit);
  return {
    submissions: await withNames(reader, (nameOf) =>
      lines.map((one) => queueItem(one, { actor, nameOf, isClean: true, isExplainedOnly: false })),
    ),
    of: clean.size,
  };
}

/** Where a submission is in its queue. */
export interface QueuePlace {
  /** From 1; 0: it does not wait. */
  position: number;
  of: number;
  previous: string | null;
  /** Of one that does not wait the first there is. */
  next: string | null;
}

/**
 * @param skipped what the person has gone past without deciding: it comes last
 * @throws Refused not_found
 */
export async function loadQueuePlace(
  reader: Reader,
  actor: Actor,
  overlay: Overlay | null,
  filingId: string,
  skipped: readonly string[] = [],
): Promise<QueuePlace> {
  const { isPractice } = await requireReadableFiling(reader, actor, filingId);
  const all = await waitingFor(reader, { actor, overlay, isPractice });
  const later = new Set(skipped);
  const waiting = [...all.filter((one) => !later.has(one.filingId)), ...all.filter((one) => later.has(one.filingId))];
  const here = waiting.findIndex((one) => one.filingId === filingId);
  return {
    position: here + 1,
    of: waiting.length,
    previous: waiting[here - 1]?.filingId ?? null,
    next: waiting[here + 1]?.filingId ?? null,
  };
}

async function exceptionItems(
  reader: Reader,
  { actor, overlay, isPractice, search = '', exceptionPage, look }: QueueOf & Pick<QueueAsked, 'exceptionPage'> & { look: Look },
): Promise<Pick<Queue, 'exceptions' | 'exceptionPage'>> {
  const words = searchWords(search);
  const unsigned = (await listUnsignedExceptions(reader, { isPractice })).filter(
    (one) =>
      can(actor.posts, 'filing.countersign', { unitPath: one.unitPath, status: one.status }) === 'allowed' &&
      isFound(words, `${one.unitName} ${quarterInWords(one)}`),
  );
  const { lines, at } = pageOf(unsigned, exceptionPage, exceptionsPerPage);
  const filings = await findFilings(reader, [...new Set(lines.map((one) => one.filingId))]);
  const found = await look.findings(reader, [...filings.values()], overlay);
  const exceptions = await withNames(reader, (nameOf) =>
    lines.flatMap((one) => exceptionItem(one, found.get(one.filingId) ?? [], nameOf(one.writtenBy), actor)),
  );
  return { exceptions, exceptionPage: at };
}

function exceptionItem(one: UnsignedException, findings: readonly Finding[], writtenBy: string, actor: Actor): ExceptionItem[] {
  const finding = findingUnder(findings, one);
  if (!finding) return [];
  const { id, filingId, unitName, year, quarter, rule, text } = one;
  return [
    { id, filingId, unitName, year, quarter, rule, finding: finding.message, text, writtenBy, isOwn: one.writtenBy === actor.userId },
  ];
}

/** What an exception lets pass, as long as its values stand. */
export function findingUnder(findings: readonly Finding[], exception: { rule: string; boundTo: string }): Finding | undefined {
  return findings.find((finding) => finding.rule === exception.rule && finding.boundTo === exception.boundTo);
}
