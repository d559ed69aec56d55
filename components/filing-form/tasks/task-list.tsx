'use client';

import clsx from 'clsx';
import type { ReactNode } from 'react';
import { byDue } from '@/server/domain/deadlines/due-of';
import { isSent } from '@/server/domain/workflow/filing-status';
import type { Task } from '@/server/queries/tasks';
import { useMessages } from '../../messages/messages-provider';
import { buttonClass } from '../../ui/button';
import { Link } from '../../ui/link';
import { momentText } from '../../ui/moment';
import { Notice } from '../../ui/notice';
import { EmptyState, PageHead } from '../../ui/page';
import { StatusBadge } from '../../ui/status-badge';
import { askedSection, nextPlace } from '../asked-place';
import { PracticeSection } from '../practice/practice-section';
import { useValue } from '../store/value';
import { useOutbox } from '../use-outbox';
import { cardClass } from './card-class';
import { FinishedYears } from './finished-years';
import { isFinished } from './years-of-tasks';

/** What is due and what came back: returned first, then by due date. Finished quarters stay below, for looking up; practice last. */
export function TaskList({ tasks, userId }: { tasks: readonly Task[]; userId: string }) {
  const { clerk } = useMessages();
  const words = clerk.tasks;
  const { status } = useOutbox(userId);
  const unsent = useValue(status).entries.length;
  const real = tasks.filter((task) => !task.isPractice);
  const open = real.filter((task) => !isFinished(task));
  const due = open.filter((task) => task.status !== 'submitted' && task.status !== 'in_review');
  const soonest = due.reduce<Task | null>((first, task) => (first && byDue(first, task) <= 0 ? first : task), null);
  const nameOf = useTaskName();
  const isNew = real.some((task) => !task.isTakenOver) && !real.some((task) => !task.isTakenOver && isSent(task.status));
  const hasUnits = new Set(tasks.map((task) => task.unitName)).size > 1;
  return (
    <>
      <PageHead
        title={words.title}
        context={
          soonest
            ? words.next(`${hasUnits ? `${soonest.unitName} ` : ''}${nameOf(soonest)}`, soonest.dueOn, soonest.daysLeft)
            : words.nothingDue
        }
      />
      {unsent > 0 && (
        <Notice tone="confirm" className="mb-4">
          {words.unsent(unsent)}
        </Notice>
      )}
      {tasks.length === 0 && <EmptyState title={words.empty}>{words.emptyHint}</EmptyState>}
      {open.length > 0 && (
        <ul aria-label={words.title} className="flex flex-col gap-3">
          {open.map((task) => (
            <TaskCard key={task.filingId} task={task} hasUnits={hasUnits} isFirst={task === due[0]} />
          ))}
        </ul>
      )}
      {/* After the tasks: the first of them stays one Tab away. */}
      <a download href="/files/deadlines/own.ics" title={words.calendarHint} className={clsx(buttonClass('quiet'), 'mt-2')}>
        ↓ {words.calendar}
      </a>
      {isNew && <FirstSteps />}
      <FinishedYears tasks={tasks} hasUnits={hasUnits} />
      <PracticeSection tasks={tasks} hasUnits={hasUnits} />
    </>
  );
}

function useTaskName(): (task: Task) => string {
  const { common } = useMessages();
  return (task) => common.period(task.year, task.quarter);
}

/** One task in one sentence, what a reviewer or a colleague wrote about it, how far it is, and the one way on. */
function TaskCard({ task, hasUnits, isFirst }: { task: Task; hasUnits: boolean; isFirst: boolean }) {
  const { clerk } = useMessages();
  const words = clerk.tasks;
  const period = useTaskName()(task);
  // Filled in is not submitted: the way to the act stands beside the form.
  const isFilled = task.status === 'filled_not_submitted';
  const isWaiting = task.status === 'submitted' || task.status === 'in_review';
  const act = task.openRemarks > 0 ? words.mend : isWaiting ? words.look : task.status === 'not_started' ? words.start : words.proceed;
  const left = task.cellCount - task.filledCount;
  return (
    <li className={cardClass(task.status === 'returned' || task.isOverdue ? 'urgent' : 'plain')}>
      <div className="min-w-0">
        {hasUnits && <p className="text-note text-muted">{task.unitName}</p>}
        <h2 className="text-head leading-7 font-semibold">
          {task.returned?.isUnlocked
            ? words.unlocked(period)
            : words.says[task.status](period, task.status === 'returned' ? task.openRemarks : left)}
        </h2>
        {task.returned && (
          <Said urgent={!task.returned.isUnlocked}>
            {task.returned.isUnlocked
              ? words.unlockedBecause(task.returned.reason)
              : words.returnedBy(task.returned.by, task.returned.reason)}
          </Said>
        )}
        {task.chased && <Said urgent={task.isOverdue}>{words.chased(task.chased.by, momentText(task.chased.at), task.chased.words)}</Said>}
        {task.said && (
          <Said>
            {words.said(task.said.by, task.said.text)}
            {task.said.count > 1 && <span className="text-muted"> {words.moreSaid(task.said.count - 1)}</span>}
          </Said>
        )}
      </div>
      <div className="text-body leading-6">
        <p>{clerk.form.due(task.dueOn)}</p>
        {task.dueOn !== task.quarterDueOn && <p className="text-note text-muted">{clerk.deadline.extended(task.quarterDueOn)}</p>}
        {!isWaiting && (
          <p className={task.isOverdue ? 'font-medium text-confirm' : 'text-muted'}>
            {task.isOverdue ? `！${words.overdue(-task.daysLeft)}` : words.daysLeft(task.daysLeft)}
          </p>
        )}
        {(task.isPastLock || task.isAsking) && (
          <p className="text-body text-confirm">{task.isAsking ? clerk.deadline.isAsking : clerk.deadline.isLocked}</p>
        )}
      </div>
      <div className="flex flex-col items-start gap-1">
        <StatusBadge status={task.status} />
        <FilledBar filled={task.filledCount} all={task.cellCount} />
      </div>
      <div className="flex flex-wrap justify-end gap-2 max-md:justify-start">
        <Link
          href={wayInto(task)}
          aria-label={clerk.remarks.labelled(act, `${hasUnits ? `${task.unitName} ` : ''}${period}`)}
          className={buttonClass(isFirst && !isFilled ? 'primary' : 'plain')}
        >
          {act}
        </Link>
        {isFilled && (
          <Link
            href={`/filings/${task.filingId}/check`}
            aria-label={clerk.remarks.labelled(clerk.form.toCheck, `${hasUnits ? `${task.unitName} ` : ''}${period}`)}
            className={buttonClass(isFirst ? 'primary' : 'plain')}
          >
            {clerk.form.toCheck}
          </Link>
        )}
      </div>
    </li>
  );
}

/** Into the next empty cell; where it came back, to why, which stands above the table; where nothing is left to fill, to the form. */
function wayInto({ filingId, status, filledCount, cellCount }: Task): string {
  const form = `/filings/${filingId}`;
  if (status === 'returned') return `${form}#${askedSection}=2`;
  return isSent(status) || filledCount === cellCount ? form : `${form}#cell=${nextPlace}`;
}

/** What somebody wrote, at most three lines of it: the whole stands in the form. */
function Said({ urgent = false, children }: { urgent?: boolean; children: ReactNode }) {
  return <p className={clsx('mt-1 line-clamp-3 text-body leading-6 break-words', urgent ? 'text-confirm' : 'text-ink')}>{children}</p>;
}

function FilledBar({ filled, all }: { filled: number; all: number }) {
  const { tasks } = useMessages().clerk;
  return (
    <span className="flex w-full max-w-cell flex-col gap-1 text-note text-muted">
      {tasks.filled(filled, all)}
      <progress
        value={filled}
        max={all}
        aria-hidden="true"
        className="h-1.5 w-full appearance-none overflow-hidden rounded-full bg-hairline [&::-moz-progress-bar]:bg-act [&::-webkit-progress-bar]:bg-hairline [&::-webkit-progress-value]:bg-act"
      />
    </span>
  );
}

/** Who has never handed in anything is told the way once. */
function FirstSteps() {
  const { tasks } = useMessages().clerk;
  return (
    <section aria-label={tasks.stepsTitle} className="mt-6 rounded border border-hairline bg-paper px-4 py-3">
      <h2 className="text-head font-semibold">{tasks.stepsTitle}</h2>
      <ol className="mt-1 ml-5 list-decimal text-body leading-7">
        {tasks.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  );
}
