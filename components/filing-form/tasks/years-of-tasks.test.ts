import { expect, test } from 'vitest';
import type { Task } from '@/server/queries/tasks';
import { finishedYears, shownYears } from './years-of-tasks';

const task = (of: Partial<Task>): Task => ({
  filingId: `${of.unitId ?? 'own'} ${of.year ?? 2026} ${of.quarter ?? 1}`,
  unitId: 'own',
  unitName: '甲局',
  isTakenOver: false,
  year: 2026,
  quarter: 1,
  dueOn: '2026-04-15',
  quarterDueOn: '2026-04-15',
  isPastLock: false,
  isAsking: false,
  daysLeft: 5,
  status: 'approved',
  submissionNumber: 1,
  approvedOn: '2026-04-08',
  isOverdue: false,
  filledCount: 10,
  cellCount: 10,
  openRemarks: 0,
  returned: null,
  said: null,
  chased: null,
  isPractice: false,
  ...of,
});

test('a year is a row of four quarters: what is not finished, or is practice, leaves its place empty', () => {
  const years = finishedYears([
    task({ quarter: 2 }),
    task({ quarter: 1, status: 'locked' }),
    task({ quarter: 3, status: 'submitted' }),
    task({ quarter: 4, isPractice: true }),
  ]);
  expect(years.map(({ year, quarters }) => [year, quarters.map((one) => one?.status ?? null)])).toEqual([
    [2026, ['locked', 'approved', null, null]],
  ]);
});

test('the newest year comes first, in it the own unit before the one that was taken over', () => {
  const years = finishedYears([
    task({ year: 2025 }),
    task({ unitId: 'gone', isTakenOver: true, unitName: '甲局' }),
    task({ year: 2024 }),
    task({ year: 2026 }),
  ]);
  expect(years.map(({ year, unitId }) => `${year} ${unitId}`)).toEqual(['2026 own', '2026 gone', '2025 own', '2024 own']);
  const { recent, earlier } = shownYears(years);
  expect([recent.length, earlier.map((one) => one.year)]).toEqual([3, [2024]]);
});
