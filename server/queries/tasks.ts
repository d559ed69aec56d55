import {
  type Chase,
  type Comment,
  countOpenRemarks,
  declaredAndWritten,
  type Filing,
  latestChases,
  latestRemarked,
  latestReturns,
  listFiguresOf,
  listFilings,
  listOpenComments,
  listPractice,
  type Reader,
  type StoredFigure,
} from '@/db/store';
import { byDue, type DueLock, daysLeft, isPastLock } from '@/server/domain/deadlines';
import { type Format, getFormat, leafCells, withIndicators } from '@/server/domain/formats';
import { type Day, dayAt } from '@/server/domain/periods';
import { filingBook, isSent, type ShownStatus, shownStatus } from '@/server/domain/workflow';
import type { Actor } from '@/server/views/access';
import { findDueLock } from '@/server/views/deadline-view';
import { indicatorsOfFilings } from '@/server/views/filing-format';
import { withNames } from '@/server/views/person-names';
import { type LastChase, toLast } from './chase';

export interface Task {
  filingId: string;
  unitName: string;
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

/** What the units of the person's clerk posts have to file, the most urgent first; overdue ones never vanish. Practice comes last. */
export async function listTasks(reader: Reader, actor: Actor, now: Date): Promise<Task[]> {
  const unitIds = actor.posts.filter((post) => post.role === 'clerk').map((post) => post.unitId);
  if (unitIds.length === 0) return [];
  const filings = [...(await listFilings(reader, { unitIds })), ...(await listPractice(reader, { unitIds }))];
  const tasks = await tasksOf(reader, filings, { today: dayAt(now), me: actor.userId });
  return tasks.sort((a, b) => Number(a.isPractice) - Number(b.isPractice) || rank(a) - rank(b) || byDue(a, b));
}

/** Returned first, then what is due, then what waits for others, then what is done. */
function rank(task: Task): number {
  if (task.status === 'returned') return 0;
  if (!isSent(task.status)) return 1;
  return task.status === 'approved' || task.status === 'locked' ? 3 : 2;
}

async function tasksOf(reader: Reader, filings: readonly Filing[], { today, me }: { today: Day; me: string }): Promise<Task[]> {
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

function chasedBy(chase: Chase | undefined, nameOf: (id: string | null) => string): Task['chased'] {
  return chase ? toLast(chase, nameOf) : null;
}

function newestOf(comments: readonly Comment[], nameOf: (id: string | null) => string): Task['said'] {
  const newest = comments.at(-1);
  return newest ? { by: nameOf(newest.writtenBy), text: newest.text, count: comments.length } : null;
}

interface Filled extends Pick<Task, 'openRemarks' | 'returned' | 'said' | 'chased'> {
  format: Format;
  stored: readonly StoredFigure[];
  declared: ReadonlySet<'3' | '4'>;
  hasText: boolean;
}

function taskOf(
  filing: Filing,
  { today, lock }: { today: Day; lock: DueLock | null },
  { format, stored, declared, hasText, openRemarks, returned, said, chased }: Filled,
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
    unitName: filing.unitName,
    year: filing.year,
    quarter: filing.quarter,
    dueOn: filing.dueOn,
    quarterDueOn: filing.quarterDueOn,
    isPastLock: !isSent(status) && isPastLock(filing, lock, today),
    isAsking: filing.extensionAsk !== null && !isSent(status),
    daysLeft: left,
    status,
    isOverdue: left < 0 && !isSent(status) && !filing.isPractice,
    filledCount: toFill.length - missingCount,
    cellCount: toFill.length,
    openRemarks,
    returned,
    said,
    chased,
    isPractice: filing.isPractice,
  };
}
