import {
  type ApprovedSubmission,
  type Chase,
  type Comment,
  countOpenRemarks,
  declaredAndWritten,
  type Filing,
  latestChases,
  latestRemarked,
  latestReturns,
  listApprovedOf,
  listFiguresOf,
  listFilings,
  listOpenComments,
  listPractice,
  listSucceeded,
  type Reader,
  type StoredFigure,
  successorIdsAmong,
} from '@/db/store';
import { byDue, type DueLock, daysLeft, isPastLock } from '@/server/domain/deadlines';
import { type Format, getFormat, leafCells, withIndicators } from '@/server/domain/formats';
import { type Day, dayAt } from '@/server/domain/periods';
import { can } from '@/server/domain/permissions';
import { filingBook, isSent, type ShownStatus, shownStatus } from '@/server/domain/workflow';
import type { Actor } from '@/server/views/access';
import { findDueLock } from '@/server/views/deadline-view';
import { indicatorsOfFilings } from '@/server/views/filing-format';
import { withNames } from '@/server/views/person-names';
import { type LastChase, toLast } from './chase';

export interface Task {
  filingId: string;
  unitId: string;
  unitName: string;
  /** A finished quarter of a closed unit that one of the person's took over: to be read, and corrected by slips. */
  isTakenOver: boolean;
  year: number;
  quarter: number;
  dueOn: Day;
  /** Everybody's day, where the unit has another. */
  quarterDueOn: Day;
  /** The day is over and locks: nothing is typed any more. */
  isPastLock: boolean;
  /** The unit has asked for more time and waits. */
  isAsking: boolean;
  /** Negative: overdue by so many days. */
  daysLeft: number;
  status: ShownStatus;
  /** How often it was submitted; 0 when it never was. */
  submissionNumber: number;
  /** The day it was approved, once it is. */
  approvedOn: Day | null;
  isOverdue: boolean;
  filledCount: number;
  cellCount: number;
  openRemarks: number;
  /** Why it came back, as it was written, while it is back. A return has a remark at least; without one the office has unlocked what was approved. */
  returned: { by: string; reason: string; isUnlocked: boolean } | null;
  /** The newest thing a colleague said that is not settled, and how many such there are. */
  said: { by: string; text: string; count: number } | null;
  /** How the office asked for it last, while it has not been sent. */
  chased: LastChase | null;
  /** Never counts and is never overdue. */
  isPractice: boolean;
}

/**
 * What the units of the person's clerk posts have to file, the most urgent first; overdue ones never vanish. Practice comes last. What closed
 * units finished is with whoever took them over: a closing ends the posts there, and the history went with them.
 */
export async function listTasks(reader: Reader, actor: Actor, now: Date): Promise<Task[]> {
  const posts = actor.posts.filter((post) => post.role === 'clerk');
  const unitIds = posts.map((post) => post.unitId);
  if (unitIds.length === 0) return [];
  const takenOver = await takenOverBy(reader, posts);
  const filings = [
    ...(await listFilings(reader, { unitIds })),
    ...(takenOver.length > 0 ? await listFilings(reader, { unitIds: takenOver, statuses: ['approved', 'locked'] }) : []),
    ...(await listPractice(reader, { unitIds })),
  ];
  const tasks = await tasksOf(reader, filings, { today: dayAt(now), me: actor.userId, takenOver: new Set(takenOver) });
  return tasks.sort((a, b) => Number(a.isPractice) - Number(b.isPractice) || rank(a) - rank(b) || byDue(a, b));
}

/** The closed units whose quarters these posts may read because their own units took them over; none of the posts' own. */
async function takenOverBy(reader: Reader, posts: Actor['posts']): Promise<string[]> {
  const succeeded = await listSucceeded(reader);
  return succeeded
    .filter((unit) => !posts.some((post) => post.unitId === unit.id))
    .filter(
      (unit) =>
        can(posts, 'filing.read', { unitPath: unit.path, takenOverBy: successorIdsAmong(succeeded, unit), status: null }) === 'allowed',
    )
    .map((unit) => unit.id);
}

/** Returned first, then what is due, then what waits for others, then what is done. */
function rank(task: Task): number {
  if (task.status === 'returned') return 0;
  if (!isSent(task.status)) return 1;
  return isDone(task.status) ? 3 : 2;
}

async function tasksOf(
  reader: Reader,
  filings: readonly Filing[],
  { today, me, takenOver }: { today: Day; me: string; takenOver: ReadonlySet<string> },
): Promise<Task[]> {
  const ids = filings.map((filing) => filing.id);
  const indicators = await indicatorsOfFilings(reader, filings);
  const figures = await listFiguresOf(reader, ids);
  const { declared, written } = await declaredAndWritten(reader, ids);
  const remarks = await countOpenRemarks(reader, ids);
  const back = filings.filter((filing) => filing.status === 'returned').map((filing) => filing.id);
  const returns = await latestReturns(reader, back);
  const remarked = await latestRemarked(reader, back);
  const said = await listOpenComments(reader, ids);
  const lock = await findDueLock(reader);
  const unsent = filings.filter((filing) => !isSent(filing.status)).map((filing) => filing.id);
  const chases = await latestChases(reader, unsent);
  const done = filings.filter((filing) => isDone(filing.status)).map((filing) => filing.id);
  const approved = new Map((await listApprovedOf(reader, done)).map((one) => [one.filingId, one]));
  return withNames(reader, (nameOf) =>
    filings.map((filing) =>
      taskOf(
        filing,
        { today, lock },
        {
          format: withIndicators(getFormat(filing.format, filing.rowVariant), indicators.get(filing.id) ?? []),
          stored: figures.get(filing.id) ?? [],
          declared: declared.get(filing.id) ?? new Set(),
          hasText: written.has(filing.id),
          openRemarks: remarks.get(filing.id) ?? 0,
          returned: returnedBy(returns.get(filing.id), remarked.get(filing.id) === filing.submissionNumber, nameOf),
          said: newestOf(
            (said.get(filing.id) ?? []).filter((one) => one.writtenBy !== me),
            nameOf,
          ),
          chased: chasedBy(chases.get(filing.id), nameOf),
          isTakenOver: takenOver.has(filing.unitId),
          approvedOn: approvedOn(approved.get(filing.id)),
        },
      ),
    ),
  );
}

function returnedBy(
  one: { by: string | null; reason: string | null } | undefined,
  hasRemark: boolean,
  nameOf: (id: string | null) => string,
): Task['returned'] {
  return one ? { by: nameOf(one.by), reason: one.reason ?? '', isUnlocked: !hasRemark } : null;
}

function approvedOn(submission: ApprovedSubmission | undefined): Day | null {
  return submission?.decidedAt ? dayAt(submission.decidedAt) : null;
}

function isDone(status: Filing['status'] | ShownStatus): boolean {
  return status === 'approved' || status === 'locked';
}

function chasedBy(chase: Chase | undefined, nameOf: (id: string | null) => string): Task['chased'] {
  return chase ? toLast(chase, nameOf) : null;
}

function newestOf(comments: readonly Comment[], nameOf: (id: string | null) => string): Task['said'] {
  const newest = comments.at(-1);
  return newest ? { by: nameOf(newest.writtenBy), text: newest.text, count: comments.length } : null;
}

interface Filled extends Pick<Task, 'openRemarks' | 'returned' | 'said' | 'chased' | 'isTakenOver' | 'approvedOn'> {
  format: Format;
  stored: readonly StoredFigure[];
  declared: ReadonlySet<'3' | '4'>;
  hasText: boolean;
}

function taskOf(
  filing: Filing,
  { today, lock }: { today: Day; lock: DueLock | null },
  { format, stored, declared, hasText, ...told }: Filled,
): Task {
  const toFill = leafCells(format).filter((cell) => cell.addsUp !== 'opening');
  const book = filingBook({
    format,
    stored: new Map(stored.map((one) => [one.cell, one.figure])),
    openings: new Map(),
    powers: new Set(filing.powers),
    declared,
  });
  const missingCount = toFill.filter((cell) => {
    const figure = book.get(cell.id);
    return figure?.state !== 'number' && figure?.state !== 'not_applicable';
  }).length;
  const typed = stored.filter((one) => one.figure.state !== 'not_filled').length + declared.size;
  const status = shownStatus(filing.status, { filledCount: typed, missingCount, hasText });
  const left = daysLeft(filing.dueOn, today);
  return {
    filingId: filing.id,
    unitId: filing.unitId,
    unitName: filing.unitName,
    year: filing.year,
    quarter: filing.quarter,
    dueOn: filing.dueOn,
    quarterDueOn: filing.quarterDueOn,
    isPastLock: !isSent(status) && isPastLock(filing, lock, today),
    isAsking: filing.extensionAsk !== null && !isSent(status),
    daysLeft: left,
    status,
    submissionNumber: filing.submissionNumber,
    isOverdue: left < 0 && !isSent(status) && !filing.isPractice,
    filledCount: toFill.length - missingCount,
    cellCount: toFill.length,
    ...told,
    isPractice: filing.isPractice,
  };
}
