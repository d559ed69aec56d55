import type { Metadata } from 'next';
import { Announcements } from '@/app/announcements';
import { load } from '@/app/caller';
import { titled } from '@/app/titled';
import { toSignIn } from '@/app/to-sign-in';
import { ContributionTasks } from '@/components/contributions/contribution-tasks';
import { TaskList } from '@/components/filing-form/tasks/task-list';
import { ToSignList } from '@/components/filing-form/tasks/to-sign-list';
import { WritingWords } from '@/components/messages/writing-words';
import { askedPage } from '@/components/shell/list-address';
import { Pager } from '@/components/shell/pager';
import { ReportsToSign } from '@/components/signing/reports-to-sign';
import { pageOf } from '@/server/domain/paging';

export function generateMetadata(): Promise<Metadata> {
  return titled(({ common }) => common.nav.tasks);
}

/** What waits for the person in their units: to be signed as 分管领导, to be filed as a clerk. */
export default async function TasksPage({ searchParams }: { searchParams: Promise<{ sign?: string | string[] }> }) {
  const asked = await searchParams;
  const [tasks, toSign, contributions, reports, me] = await load((api) =>
    Promise.all([api.filing.tasks(), api.filing.toSign(), api.contribution.tasks(), api.report.toSign(), api.person.me()]),
  );
  if (!me) return toSignIn();
  const isHead = me.posts.some((post) => post.role === 'head');
  const isAskedToSign = isHead && (toSign.units.some((unit) => unit.needsSignOff) || reports.length === 0);
  const { lines, at } = pageOf(reports, askedPage(asked.sign));
  const isClerk = me.posts.some((post) => post.role === 'clerk') || !isHead;
  return (
    <>
      <Announcements />
      <div className="flex flex-col gap-10">
        {reports.length > 0 && (
          <WritingWords>
            <ReportsToSign reports={lines} mine={reports.filter((one) => one.mine !== null).length} isPage={!isAskedToSign && !isClerk} />
            <Pager at={at} path="/tasks" name="sign" />
          </WritingWords>
        )}
        {isAskedToSign && (
          <div>
            <ToSignList toSign={toSign} />
          </div>
        )}
        {isClerk && (
          <div>
            <TaskList tasks={tasks} userId={me.userId} />
          </div>
        )}
        <WritingWords>
          <ContributionTasks tasks={contributions} />
        </WritingWords>
      </div>
    </>
  );
}
