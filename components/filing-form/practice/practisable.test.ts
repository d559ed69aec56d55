import { expect, test } from 'vitest';
import type { Task } from '@/server/queries/tasks';
import { practisable } from './practisable';

const task = (of: Partial<Task>): Task => ({
  filingId: `${of.unitName ?? '甲局'} ${of.quarter ?? 3}${of.isPractice ? ' 练习' : ''}`,
  unitId: 'unit-1',
  unitName: '甲局',
  isTakenOver: false,
  year: 2026,
  quarter: 3,
  dueOn: '2026-10-15',
  quarterDueOn: '2026-10-15',
  isPastLock: false,
  isAsking: false,
  daysLeft: 5,
  status: 'filling',
  submissionNumber: 0,
  approvedOn: null,
  isOverdue: false,
  filledCount: 0,
  cellCount: 10,
  openRemarks: 0,
  returned: null,
  said: null,
  chased: null,
  isPractice: false,
  ...of,
});
const offered = (...tasks: Task[]) => practisable(tasks).map((one) => one.filingId);

test('the newest quarter of each unit may be practised, not an older one that is late', () => {
  expect(offered(task({ quarter: 2 }), task({ quarter: 3 }), task({ unitName: '乙局', quarter: 2 }))).toEqual(['甲局 3', '乙局 2']);
});

test('a quarter that is approved, or practised already, is not offered', () => {
  expect(offered(task({ status: 'approved' }), task({ unitName: '乙局', status: 'locked' }))).toEqual([]);
  expect(offered(task({}), task({ isPractice: true }))).toEqual([]);
  expect(offered(task({}), task({ unitName: '乙局', isPractice: true }))).toEqual(['甲局 3']);
});
