'use client';

import Link from 'next/link';
import type { Task } from '@/server/queries/tasks';
import { useMessages } from '../../messages/messages-provider';
import { buttonClass } from '../../ui/button';
import { Badge, Notice } from '../../ui/notice';
import { EmptyState, PageHead } from '../../ui/page';
import { StatusBadge } from '../../ui/status-badge';
import { PracticeSection } from '../practice/practice-section';
import { useValue } from '../store/value';
import { useOutbox } from '../use-outbox';
import { cardClass } from './card-class';

/** What is due and what came back: returned first, then by due date. Finished quarters stay below, for looking up; practice last. */
export function TaskList({ tasks, userId }: { tasks: readonly Task[]; userId: string }) {
  const { clerk } = useMessages();
  const words = clerk.tasks;
  const { status } = useOutbox(userId);
  const unsent = useValue(status).entries.length;
  const isDone = (task: Task) => task.status === 'approved' || task.status === 'locked';
  const real = tasks.filter((task) => !task.isPractice);
  const open = real.filter((task) => !isDone(task));
  const done = real.filter(isDone).toReversed();
  const due = open.filter((task) => task.status !== 'submitted' && task.status !== 'in_review');
  const hasUnits = new Set(tasks.map((task) => task.unitName)).size > 1;
  return (
    <>
      <PageHead title={words.title} context={words.context(due.length, due.filter((task) => task.status === 'returned').length)} />
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
      {done.length > 0 && (
        <section className="mt-8">
          <h2 className="pb-2 text-[17px] font-semibold">{words.done}</h2>
          <ul aria-label={words.done} className="divide-y divide-hairline rounded border border-hairline bg-paper">
            {done.map((task) => (
              <DoneRow key={task.filingId} task={task} hasUnits={hasUnits} />
            ))}
          </ul>
        </section>
      )}
      <PracticeSection tasks={tasks} hasUnits={hasUnits} />
    </>
  );
}

function TaskCard({ task, hasUnits, isFirst }: { task: Task; hasUnits: boolean; isFirst: boolean }) {
  const { clerk, common } = useMessages();
  const words = clerk.tasks;
  // Filled in is not submitted: the way to the act stands beside the form.
  const isFilled = task.status === 'filled_not_submitted';
  const isWaiting = task.status === 'submitted' || task.status === 'in_review';
  const act = task.openRemarks > 0 ? words.mend : isWaiting ? words.look : task.status === 'not_started' ? words.start : words.proceed;
  const period = common.period(task.year, task.quarter);
  return (
    <li className={cardClass(task.status === 'returned' || task.isOverdue ? 'urgent' : 'plain')}>
      <div>
        <h2 className="text-[17px] leading-7 font-semibold">{period}</h2>
        {hasUnits && <p className="text-[14px] text-muted">{task.unitName}</p>}
      </div>
      <div className="text-[15px] leading-6">
        <p>{clerk.form.due(task.dueOn)}</p>
        {!isWaiting && (
          <p className={task.isOverdue ? 'font-medium text-seal' : 'text-muted'}>
            {task.isOverdue ? `！${words.overdue(-task.daysLeft)}` : words.daysLeft(task.daysLeft)}
          </p>
        )}
      </div>
      <div className="flex flex-col items-start gap-1">
        <StatusBadge status={task.status} />
        <span className="text-[14px] text-muted">{words.filled(task.filledCount, task.cellCount)}</span>
        {task.openRemarks > 0 && <Badge tone="seal">{words.openRemarks(task.openRemarks)}</Badge>}
      </div>
      <div className="flex flex-wrap justify-end gap-2 max-md:justify-start">
        <Link
          href={`/filings/${task.filingId}`}
          aria-label={`${act}：${hasUnits ? `${task.unitName} ` : ''}${period}`}
          className={buttonClass(isFirst && !isFilled ? 'primary' : 'plain')}
        >
          {act}
        </Link>
        {isFilled && (
          <Link
            href={`/filings/${task.filingId}/check`}
            aria-label={`${clerk.form.toCheck}：${hasUnits ? `${task.unitName} ` : ''}${period}`}
            className={buttonClass(isFirst ? 'primary' : 'plain')}
          >
            {clerk.form.toCheck}
          </Link>
        )}
      </div>
    </li>
  );
}

function DoneRow({ task, hasUnits }: { task: Task; hasUnits: boolean }) {
  const { clerk, common } = useMessages();
  const name = `${hasUnits ? `${task.unitName} ` : ''}${common.period(task.year, task.quarter)}`;
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2 text-[15px]">
      <span className="min-w-64 flex-1">{name}</span>
      <StatusBadge status={task.status} />
      <Link
        href={`/filings/${task.filingId}`}
        aria-label={`${clerk.tasks.look}：${name}`}
        className="inline-flex min-h-7 items-center text-act underline underline-offset-2"
      >
        {clerk.tasks.look}
      </Link>
    </li>
  );
}
