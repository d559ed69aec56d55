import { expect, test } from 'vitest';
import { getFormat } from '@/server/domain/formats';
import { gridMapOf } from '../grid/grid-map';
import { blockFromRows, blockFromText, isSingle } from './pasted-block';
import { needsDryRun, type PasteTarget, planPaste } from './plan-paste';

const format = getFormat('2021');
const tableRows = (id: string) => format.tables.find((table) => table.id === id)?.rows ?? [];
const into = (table: string, from: string, now: Record<string, string> = {}): PasteTarget => ({
  format,
  map: gridMapOf(tableRows(table)),
  from,
  textAt: (cell) => now[cell] ?? '',
});

test('text by tabs and lines: Windows line ends, a last empty line, quotes round a line break', () => {
  expect(blockFromText('1\t2\r\n3\t4\r\n')).toEqual([
    ['1', '2'],
    ['3', '4'],
  ]); // prettier
  expect(blockFromText('"a\nb"\t"say ""yes"""')).toEqual([['a\nb', 'say "yes"']]);
  expect(blockFromText('"open\t2')).toEqual([['"open', '2']]);
  expect(isSingle(blockFromText('12\r\n'))).toBe(true);
  expect(isSingle(blockFromText('1\t2'))).toBe(false);
});

test('merged cells are expanded, and their text stands once', () => {
  const block = blockFromRows([
    [
      { text: 'a', rowSpan: 2 },
      { text: 'b', colSpan: 2 },
    ],
    [{ text: ' 1 ' }, { text: '2' }],
  ]);
  expect(block).toEqual([
    ['a', 'b', null],
    [null, '1', '2'],
  ]);
});

test('a block of 2 × 3 goes to where the focus is', () => {
  const plan = planPaste(blockFromText('1\t2\t3\n4\t5\t6'), into('t3', 's3.granted.natural_person'));
  expect(plan.by).toBe('position');
  expect(plan.write).toEqual([
    { cell: 's3.granted.natural_person', text: '1' },
    { cell: 's3.granted.commercial_enterprise', text: '2' },
    { cell: 's3.granted.research_institution', text: '3' },
    { cell: 's3.partially_granted.natural_person', text: '4' },
    { cell: 's3.partially_granted.commercial_enterprise', text: '5' },
    { cell: 's3.partially_granted.research_institution', text: '6' },
  ]);
  expect(needsDryRun(plan)).toBe(false);
});

test('totals and carried figures are never pasted over, what sticks out is counted, empty texts leave cells alone', () => {
  const plan = planPaste(blockFromText('1\t9\t9\n2\t8\t\n\t3\t'), into('t3', 's3.new_received.other_org'));
  expect(plan.write).toEqual([{ cell: 's3.new_received.other_org', text: '1' }]);
  expect(plan.readOnly).toEqual(['s3.new_received.total', 's3.carried_in.other_org', 's3.carried_in.total', 's3.granted.total']);
  expect(plan.outside).toBe(1);
  expect(needsDryRun(plan)).toBe(true);
});

test('dashes are neither 0 nor text: they are put to the person', () => {
  const plan = planPaste(blockFromText('—\t/\t无\t1.5'), into('t3', 's3.granted.natural_person'));
  expect(plan.blankMarks.map((one) => one.text)).toEqual(['—', '/', '无']);
  expect(plan.unreadable).toEqual([{ cell: 's3.granted.public_welfare_org', text: '1.5' }]);
});

test('what stands there already is not written again', () => {
  const plan = planPaste(blockFromText('7\t8'), into('t3', 's3.granted.natural_person', { 's3.granted.natural_person': '7' }));
  expect(plan).toMatchObject({ unchanged: ['s3.granted.natural_person'], write: [{ text: '8' }] });
});

test('the whole official table 三, copied with its heads and merged labels, goes in by its titles', () => {
  const rows = tableRows('t3').map((row) =>
    row.cells.map(({ text, cell, rowSpan, colSpan }, index) => ({
      text: cell ? String(index) : (text ?? ''),
      ...(rowSpan ? { rowSpan } : {}),
      ...(colSpan ? { colSpan } : {}),
    })),
  );
  const plan = planPaste(blockFromRows(rows), into('t3', 's3.granted.other_org'));
  expect(plan.by).toBe('title');
  expect(plan.write).toHaveLength(23 * 6);
  expect(plan.outside).toBe(0);
  expect(plan.write[0]?.cell).toBe('s3.new_received.natural_person');
  expect(plan.write.at(-1)?.cell).toBe('s3.carried_out.other_org');
});

test('titles match whatever their widths and spaces, with the six figures of a row that has no total', () => {
  const plan = planPaste(blockFromText('(一) 予以公开\t1\t2\t3\t4\t5\t6'), into('t3', 's3.carried_out.natural_person'));
  expect(plan.by).toBe('title');
  expect(plan.write.map((one) => one.text)).toEqual(['1', '2', '3', '4', '5', '6']);
  expect(plan.write[0]?.cell).toBe('s3.granted.natural_person');
});

test('a merged figure of table 二 is pasted once', () => {
  const block = blockFromRows([[{ text: '行政许可' }, { text: '240', colSpan: 3 }]]);
  expect(planPaste(block, into('t2', 's2.penalty_decisions')).write).toEqual([{ cell: 's2.licensing_decisions', text: '240' }]);
});
