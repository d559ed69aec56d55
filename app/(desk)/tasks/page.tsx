import { redirect } from 'next/navigation';
import { load } from '@/app/caller';
import { TaskList } from '@/components/filing-form/tasks/task-list';

/** What is due and what came back, for the units of the person's clerk posts. */
export default async function TasksPage() {
  const [tasks, me] = await load((api) => Promise.all([api.filing.tasks(), api.person.me()]));
  if (!me) redirect('/sign-in');
  return <TaskList tasks={tasks} userId={me.userId} />;
}
