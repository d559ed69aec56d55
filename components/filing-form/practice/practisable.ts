import type { Task } from '@/server/queries/tasks';

/** What a clerk is offered to practise with: of each unit the newest quarter, while it is not approved and is not practised already. */
export function practisable(tasks: readonly Task[]): Task[] {
  const isBefore = (a: Task, b: Task) => a.year * 4 + a.quarter < b.year * 4 + b.quarter;
  const isSame = (a: Task, b: Task) => a.unitName === b.unitName && a.year === b.year && a.quarter === b.quarter;
  const real = tasks.filter((task) => !task.isPractice);
  return real.filter(
    (task) =>
      task.status !== 'approved' &&
      task.status !== 'locked' &&
      !real.some((other) => other.unitName === task.unitName && isBefore(task, other)) &&
      !tasks.some((other) => other.isPractice && isSame(task, other)),
  );
}
