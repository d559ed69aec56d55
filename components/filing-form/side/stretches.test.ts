import { expect, test } from 'vitest';
import type { CellChange } from '@/server/queries/cell-history';
import { stretches } from './stretches';

const change = (minute: number, before: string | null, after: string, by = '孙丽', slip: CellChange['slip'] = null): CellChange => ({
  at: new Date(Date.UTC(2026, 6, 1, 1, minute)).toISOString(),
  by,
  before,
  after,
  slip,
  workbook: null,
});

test('saves that follow each other are one line, from what stood there to what stands there', () => {
  expect(stretches([change(3, '12', '125'), change(2, '1', '12'), change(1, null, '1')])).toEqual([change(3, null, '125')]);
});

test('a pause, another person and a slip each begin a line', () => {
  const slip = { year: 2026, number: 3, of: null };
  const lines = [change(40, '8', '9', '孙丽', slip), change(31, '6', '8', '王强'), change(30, '5', '6'), change(10, null, '5')];
  expect(stretches(lines)).toEqual(lines);
});

test('what was typed and taken back at once is no change', () => {
  expect(stretches([change(2, '7', ''), change(1, null, '7')])).toEqual([]);
});

test('what came in a workbook is a line of its own, so that the file is named', () => {
  const inFile = { ...change(1, '1', '2'), workbook: '三季度.xlsx' };
  expect(stretches([change(2, '2', '3'), inFile, change(0, null, '1')])).toHaveLength(3);
});
