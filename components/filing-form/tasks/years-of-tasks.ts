import type { Task } from '@/server/queries/tasks';

/** The finished quarters of a unit's year, the first to the fourth; null where one is not finished, or is none of the unit's. */
export interface FinishedYear {
  unitId: string;
  unitName: string;
  year: number;
  isTakenOver: boolean;
  quarters: readonly [Task | null, Task | null, Task | null, Task | null];
}

/** By year, the newest first; within a year the person's own units before those that theirs took over, else in the order in which they come. */
export function finishedYears(tasks: readonly Task[]): FinishedYear[] {
  const years = new Map<string, Task[]>();
  for (const task of tasks) {
    if (!isFinished(task)) continue;
    const key = `${task.year} ${task.unitId}`;
    years.set(key, [...(years.get(key) ?? []), task]);
  }
  return [...years.values()]
    .flatMap((own) => {
      const [first] = own;
      if (!first) return [];
      const { unitId, unitName, year, isTakenOver } = first;
      const at = (quarter: number) => own.find((task) => task.quarter === quarter) ?? null;
      return [{ unitId, unitName, year, isTakenOver, quarters: [at(1), at(2), at(3), at(4)] as const }];
    })
    .sort((a, b) => b.year - a.year || Number(a.isTakenOver) - Number(b.isTakenOver));
}

export function isFinished(task: Task): boolean {
  return !task.isPractice && (task.status === 'approved' || task.status === 'locked');
}

/** The two newest years stand open: the one under work and the one it is compared with. */
export function shownYears(years: readonly FinishedYear[]): { recent: FinishedYear[]; earlier: FinishedYear[] } {
  const open = new Set([...new Set(years.map((one) => one.year))].slice(0, 2));
  return { recent: years.filter((one) => open.has(one.year)), earlier: years.filter((one) => !open.has(one.year)) };
}
