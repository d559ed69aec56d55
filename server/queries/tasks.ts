import { type Filing, listDeclarations, listFigures, listFilings, listPractice, listRemarks, listTexts, type Reader } from '@/db/store';
import { leafCells } from '@/server/domain/formats';
import { type Day, dayAt, daysBetween } from '@/server/domain/periods';
import { filingBook, type ShownStatus, shownStatus } from '@/server/domain/workflow';
import type { Actor } from '@/server/views/access';
import { formatOfFiling } from '@/server/views/filing-format';

export interface Task {
  filingId: string;
  unitName: string;
  year: number;
  quarter: number;
  dueOn: Day;
  /** Negative: overdue by so many days. */
  daysLeft: number;
  status: ShownStatus;
  isOverdue: boolean;
  filledCount: number;
  cellCount: number;
  openRemarks: number;
  /** Never counts and is never overdue. */
  isPractice: boolean;
}

const finished: readonly ShownStatus[] = ['submitted', 'in_review', 'approved', 'locked'];

/** What the units of the person's clerk posts have to file, the most urgent first; overdue ones never vanish. Practice comes last. */
export async function listTasks(reader: Reader, actor: Actor, now: Date): Promise<Task[]> {
  const unitIds = actor.posts.filter((post) => post.role === 'clerk').map((post) => post.unitId);
  if (unitIds.length === 0) return [];
  const filings = [...(await listFilings(reader, { unitIds })), ...(await listPractice(reader, { unitIds }))];
  const tasks: Task[] = [];
  for (const filing of filings) tasks.push(await taskOf(reader, filing, dayAt(now)));
  return tasks.sort((a, b) => Number(a.isPractice) - Number(b.isPractice) || rank(a) - rank(b) || (a.dueOn < b.dueOn ? -1 : 1));
}

/** Returned first, then what is due, then what waits for others, then what is done. */
function rank(task: Task): number {
  if (task.status === 'returned') return 0;
  if (!finished.includes(task.status)) return 1;
  return task.status === 'approved' || task.status === 'locked' ? 3 : 2;
}

async function taskOf(reader: Reader, filing: Filing, today: Day): Promise<Task> {
  const format = await formatOfFiling(reader, filing);
  const toFill = leafCells(format).filter((cell) => cell.addsUp !== 'opening');
  const stored = await listFigures(reader, filing.id);
  const declared = new Set((await listDeclarations(reader, filing.id)).map((declaration) => declaration.section));
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
  const hasText = (await listTexts(reader, filing.id)).some((text) => text.text !== '');
  const status = shownStatus(filing.status, { filledCount: typed, missingCount, hasText });
  const daysLeft = daysBetween(today, filing.dueOn);
  return {
    filingId: filing.id,
    unitName: filing.unitName,
    year: filing.year,
    quarter: filing.quarter,
    dueOn: filing.dueOn,
    daysLeft,
    status,
    isOverdue: daysLeft < 0 && !finished.includes(status) && !filing.isPractice,
    filledCount: toFill.length - missingCount,
    cellCount: toFill.length,
    openRemarks: (await listRemarks(reader, filing.id)).filter((remark) => remark.answer === null).length,
    isPractice: filing.isPractice,
  };
}
