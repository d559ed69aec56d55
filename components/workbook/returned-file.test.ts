import { expect, it } from 'vitest';
import type { PlannedChange, WorkbookPlan } from '@/server/domain/workbook';
import type { WorkbookPreview } from '@/server/queries/workbook-preview';
import { aReturnedFile, type ReturnedFile, standingOf } from './returned-file';

const change: PlannedChange = { cell: 'a', name: 'A', sheet: '一', at: 'A1', kind: 'set', before: '', after: '1' };

function looked(id: string, filingId: string, plan: Partial<WorkbookPlan> = {}): ReturnedFile {
  const whole: WorkbookPlan = { changes: [change], conflicts: [], problems: [], notes: [], unchanged: 0, hash: '', ...plan };
  const preview: WorkbookPreview = { filingId, unitName: '教育局', year: 2026, quarter: 3, isPractice: false, status: 'open', plan: whole };
  return { ...aReturnedFile(id, `${id}.xlsx`), state: 'looked', preview };
}

it('a file stands as what would become of it: ready, nothing to do, problems, or a quarter that another file is of', () => {
  const blank = looked('blank', 'f-2', { changes: [{ ...change, kind: 'clear', after: '' }] });
  const problem = { sheet: '一', at: 'A1', name: 'A', what: { kind: 'missing' as const } };
  const all = [looked('one', 'f-1'), blank, looked('bad', 'f-3', { problems: [problem] }), looked('first', 'f-4'), looked('second', 'f-4')];
  expect(all.map((one) => standingOf(one, all))).toEqual(['ready', 'nothing', 'problems', 'twice', 'twice']);
  expect(standingOf({ ...blank, choice: { clears: true, takes: [] } }, all)).toBe('ready');
  const [first, second] = [all[3] as ReturnedFile, all[4] as ReturnedFile];
  expect(standingOf(second, [{ ...first, state: 'done' }, second])).toBe('ready');
});
