'use client';

import type { Task } from '@/server/queries/tasks';
import { useMessages } from '../../messages/messages-provider';
import { Link } from '../../ui/link';
import { Badge } from '../../ui/notice';
import { type FinishedYear, finishedYears, shownYears } from './years-of-tasks';

/** What is finished, for looking up: a year of a unit is a row of its four quarters, the newest year first; years long past are folded. */
export function FinishedYears({ tasks, hasUnits }: { tasks: readonly Task[]; hasUnits: boolean }) {
  const { tasks: words } = useMessages().clerk;
  const { recent, earlier } = shownYears(finishedYears(tasks));
  if (recent.length === 0) return null;
  return (
    <section className="mt-8">
      <h2 className="pb-2 text-head font-semibold">{words.done}</h2>
      <YearList label={words.done} years={recent} hasUnits={hasUnits} />
      {earlier.length > 0 && (
        <details className="mt-2">
          <summary className="min-h-7 w-fit cursor-pointer text-body leading-7 text-act">
            {words.earlierYears(new Set(earlier.map((one) => one.year)).size)}
          </summary>
          <YearList label={words.earlier} years={earlier} hasUnits={hasUnits} />
        </details>
      )}
    </section>
  );
}

function YearList({ label, years, hasUnits }: { label: string; years: readonly FinishedYear[]; hasUnits: boolean }) {
  const { clerk, common } = useMessages();
  return (
    <ul aria-label={label} className="divide-y divide-hairline rounded border border-hairline bg-paper">
      {years.map(({ unitId, unitName, year, isTakenOver, quarters }) => (
        <li key={`${unitId} ${year}`} className="grid grid-cols-[14rem_repeat(4,minmax(0,1fr))] max-lg:grid-cols-2">
          <p className="px-4 py-2 max-lg:col-span-2 max-lg:pb-1">
            <span className="text-head leading-6 font-semibold">{common.year(year)}</span>
            {(hasUnits || isTakenOver) && (
              <span className="block text-note leading-5 text-muted">
                {unitName} {isTakenOver && <Badge className="ml-1">{clerk.tasks.takenOver}</Badge>}
              </span>
            )}
          </p>
          {quarters.map((task, index) => (
            <FinishedQuarter
              // biome-ignore lint/suspicious/noArrayIndexKey: a year has four quarters, always in this order
              key={index}
              quarter={index + 1}
              task={task}
              named={hasUnits || isTakenOver}
            />
          ))}
        </li>
      ))}
    </ul>
  );
}

/** One quarter: what it is, how often it was submitted, when it was approved, and the way there; empty where it is not finished. */
function FinishedQuarter({ quarter, task, named }: { quarter: number; task: Task | null; named: boolean }) {
  const { clerk, common } = useMessages();
  const { tasks: words } = clerk;
  const cell = 'border-l border-hairline px-3 py-2 max-lg:border-t max-lg:border-l-0';
  if (!task)
    return (
      <p className={`${cell} text-body leading-6 text-muted`}>
        {common.quarter(quarter)} <span className="block text-note leading-5">—</span>
      </p>
    );
  const name = `${named ? `${task.unitName} ` : ''}${common.period(task.year, task.quarter)}`;
  const facts = [
    task.submissionNumber > 0 ? words.submissionNumber(task.submissionNumber) : '',
    task.approvedOn === null ? '' : words.approvedOn(task.approvedOn),
  ].filter(Boolean);
  return (
    <div className={`${cell} relative hover:bg-act-soft`}>
      <p className="flex flex-wrap items-baseline justify-between gap-x-2 text-body leading-6">
        {/* The whole place takes the click. */}
        <Link
          href={`/filings/${task.filingId}`}
          aria-label={clerk.remarks.labelled(words.look, name)}
          className="text-act underline underline-offset-2 after:absolute after:inset-0"
        >
          {common.quarter(quarter)}
        </Link>
        <span className="text-note text-done">
          <span aria-hidden="true">✓ </span>
          {common.statuses[task.status]}
        </span>
      </p>
      <p className="flex flex-wrap gap-x-2.5 text-note leading-5 text-muted">
        {facts.map((fact) => (
          <span key={fact} className="whitespace-nowrap">
            {fact}
          </span>
        ))}
      </p>
    </div>
  );
}
