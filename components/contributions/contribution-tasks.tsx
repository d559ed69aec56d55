'use client';

import type { ContributionTask } from '@/server/queries/contributions';
import { useWritingMessages } from '../messages/writing-words';
import { buttonClass } from '../ui/button';
import { Icon } from '../ui/icon';
import { Link } from '../ui/link';
import { unitContributionsAddress } from './address';

/** What a clerk's units are asked for the text of the report: one line a unit and year. Nothing asked, nothing shown. */
export function ContributionTasks({ tasks }: { tasks: readonly ContributionTask[] }) {
  const { material } = useWritingMessages();
  if (tasks.length === 0) return null;
  return (
    <section aria-label={material.title}>
      <h2 className="pb-2 text-head font-semibold">{material.title}</h2>
      <ul className="flex flex-col gap-3">
        {tasks.map((task) => (
          <TaskLine key={`${task.unitId} ${task.year}`} task={task} hasUnits={new Set(tasks.map((one) => one.unitId)).size > 1} />
        ))}
      </ul>
    </section>
  );
}

function TaskLine({ task, hasUnits }: { task: ContributionTask; hasUnits: boolean }) {
  const words = useWritingMessages().material.tasks;
  const isWaiting = task.dueOn !== null;
  const name = `${hasUnits ? `${task.unitName} ` : ''}${words.year(task.year)}`;
  const act = isWaiting ? words.answer : words.look;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded border border-hairline bg-paper px-4 py-3">
      <div>
        <p className={isWaiting ? 'text-body leading-7 font-medium' : 'text-body leading-7'}>
          {task.dueOn === null && <Icon name="done" className="mr-1" />}
          {task.dueOn === null ? words.answered(task.answered) : words.waiting(task.waiting, task.dueOn)}
        </p>
        <p className="text-note text-muted">{name}</p>
        {task.overdue > 0 && (
          <p className="text-body text-confirm">
            <Icon name="late" className="mr-1" />
            {words.overdue(task.overdue)}
          </p>
        )}
      </div>
      <Link href={unitContributionsAddress(task)} aria-label={`${act}：${name}`} className={buttonClass('plain')}>
        {act}
      </Link>
    </li>
  );
}
