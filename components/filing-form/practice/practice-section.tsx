'use client';

import { useRouter } from 'next/navigation';
import type { Task } from '@/server/queries/tasks';
import { useMessages } from '../../messages/messages-provider';
import { ActAnswer } from '../../shell/act-answer';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { Button, buttonClass } from '../../ui/button';
import { Link } from '../../ui/link';
import { StatusBadge } from '../../ui/status-badge';
import { practisable } from './practisable';

/** Practice that goes on, and the way into it: below the tasks, in a frame of its own. */
export function PracticeSection({ tasks, hasUnits }: { tasks: readonly Task[]; hasUnits: boolean }) {
  const { practice, common, clerk } = useMessages();
  const client = useTRPCClient();
  const router = useRouter();
  const { run, isBusy, answer } = useAct();
  const going = tasks.filter((task) => task.isPractice);
  const offered = practisable(tasks);
  if (going.length === 0 && offered.length === 0) return null;
  const nameOf = (task: Task) => `${hasUnits ? `${task.unitName} ` : ''}${common.period(task.year, task.quarter)}`;

  async function start(task: Task): Promise<void> {
    const done = await run(() => client.filing.startPractice.mutate({ filingId: task.filingId }), practice.started);
    if (done) router.push(`/filings/${done.result.filingId}`);
  }

  return (
    <section aria-labelledby="practice-title" className="mt-8 rounded border border-dashed border-act/50 px-4 py-3">
      <h2 id="practice-title" className="text-head font-semibold">
        {going.length > 0 ? practice.section : practice.invite}
      </h2>
      <p className="max-w-form text-note leading-6 text-muted">{practice.inviteHint}</p>
      {going.length > 0 && (
        <ul aria-label={practice.section} className="mt-2 divide-y divide-hairline rounded border border-hairline bg-paper">
          {going.map((task) => (
            <li key={task.filingId} className="flex flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2 text-body">
              <span className="min-w-64 flex-1">{practice.title(nameOf(task))}</span>
              <StatusBadge status={task.status} />
              <span className="text-note text-muted">{clerk.tasks.filled(task.filledCount, task.cellCount)}</span>
              <Link
                href={`/filings/${task.filingId}`}
                aria-label={`${practice.proceed}：${nameOf(task)}`}
                className={buttonClass('plain', true)}
              >
                {practice.proceed}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {offered.length > 0 && (
        <div className="mt-2 flex flex-wrap gap-2">
          {offered.map((task) => (
            <Button key={task.filingId} disabled={isBusy} onClick={() => start(task)}>
              {practice.start(nameOf(task))}
            </Button>
          ))}
        </div>
      )}
      <ActAnswer answer={answer} className="mt-2 empty:mt-0" />
    </section>
  );
}
