import fc from 'fast-check';
import { expect, test } from 'vitest';
import { count, printFigure, withComputed } from '@/server/domain/figures';
import { getCell, getFormat } from '@/server/domain/formats';
import { copyRange } from '../grid/copy-range';
import { gridMapOf } from '../grid/grid-map';
import { rangeOf } from '../grid/range';
import { isReadOnly } from '../grid/read-only';
import type { CopiedBlock } from './copied-block';
import { blockFromRows, blockFromText, isSingle, type PastedBlock } from './pasted-block';
import { needsDryRun, type PasteTarget, planCopied, planFill, planPaste } from './plan-paste';

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

/** A table as it is printed, copied whole: heads, labels and all; each figure holds a number of its own. */
function wholeTable(rows: ReturnType<typeof tableRows>) {
  const numbers = new Map<string, string>();
  const block = rows.map((row) =>
    row.cells.map(({ text, cell, rowSpan, colSpan }) => {
      if (cell) numbers.set(cell, String(numbers.size + 1));
      return {
        text: cell ? (numbers.get(cell) ?? '') : (text ?? ''),
        ...(rowSpan ? { rowSpan } : {}),
        ...(colSpan ? { colSpan } : {}),
      };
    }),
  );
  return { block: blockFromRows(block), numbers };
}

const everyTable = (['2021', '2019'] as const).flatMap((id) => {
  const of = getFormat(id);
  return of.tables.map((table) => [id, table.id, of, table.rows] as const);
});

test.each(everyTable)(
  'format %s, table %s copied whole goes by its titles to its own figures, wherever the focus is',
  (_, __, of, rows) => {
    const { block, numbers } = wholeTable(rows);
    const map = gridMapOf(rows);
    const from = map.cells.find((id) => !isReadOnly(of.cells.get(id) ?? { addsUp: 'computed' })) ?? '';
    const plan = planPaste(block, { format: of, map, from, textAt: () => '' });
    const typed = map.cells.filter((id) => !isReadOnly(of.cells.get(id) ?? { addsUp: 'computed' }));
    expect([plan.by, plan.outside, plan.unreadable]).toEqual(['title', 0, []]);
    expect(Object.fromEntries(plan.write.map(({ cell, text }) => [cell, text]))).toEqual(
      Object.fromEntries(typed.map((id) => [id, numbers.get(id)])),
    );
  },
);

test('columns in another order, or only some of them, go by their heads', () => {
  const plan = planPaste(
    blockFromText('\t其他\t自然人\n（一）予以公开\t6\t1\n三、本年度办理结果 （二）部分公开\t9\t9'),
    into('t3', 's3.carried_out.other_org'),
  );
  expect(plan).toMatchObject({
    by: 'title',
    write: [
      { cell: 's3.granted.other_org', text: '6' },
      { cell: 's3.granted.natural_person', text: '1' },
    ],
  });
});

test('a column the table does not have is left out and asked about, never put into another', () => {
  const plan = planPaste(blockFromText('\t自然人\t外国人\t商业企业\n（一）予以公开\t1\t5\t2'), into('t3', 's3.carried_out.other_org'));
  expect(plan.write).toEqual([
    { cell: 's3.granted.natural_person', text: '1' },
    { cell: 's3.granted.commercial_enterprise', text: '2' },
  ]);
  expect([plan.outside, needsDryRun(plan)]).toEqual([1, true]);
});

test('equal heads of table 四 are told apart by the heads above them', () => {
  const plan = planPaste(
    blockFromText('行政复议\t\t复议后起诉\n结果维持\t尚未审结\t结果维持\n1\t2\t3'),
    into('t4', 's4.litigation_direct.other'),
  );
  expect(plan.write).toEqual([
    { cell: 's4.review.upheld', text: '1' },
    { cell: 's4.review.pending', text: '2' },
    { cell: 's4.litigation_after_review.upheld', text: '3' },
  ]);
});

test('as plain text a merged title leaves empty places behind it, and its figures still stand in order', () => {
  const plan = planPaste(
    blockFromText('一、本年新收政府信息公开申请数量\t\t\t1\t2\t3\t4\t5\t6\t21'),
    into('t3', 's3.granted.natural_person'),
  );
  expect(plan.write.map(({ cell, text }) => [cell.split('.')[1], text])).toEqual(
    ['1', '2', '3', '4', '5', '6'].map((text) => ['new_received', text]),
  );
});

test('one value into a range: into every cell that can be filled in; asked about when a total is among them or there are many', () => {
  const map = gridMapOf(tableRows('t3'));
  const fill = (from: string, to: string, text: string) => planFill(text, rangeOf(map, from, to).cells, into('t3', from));
  const square = fill('s3.granted.natural_person', 's3.partially_granted.commercial_enterprise', '0');
  expect([square.by, square.write.length, needsDryRun(square)]).toEqual(['range', 4, false]);
  const withTotal = fill('s3.granted.other_org', 's3.granted.total', '0');
  expect([withTotal.write, withTotal.readOnly, needsDryRun(withTotal)]).toEqual([
    [{ cell: 's3.granted.other_org', text: '0' }],
    ['s3.granted.total'],
    true,
  ]);
  const column = fill('s3.granted.natural_person', 's3.other_misc.natural_person', '0');
  expect([column.write.length, needsDryRun(column)]).toEqual([21, true]);
  expect(needsDryRun(fill('s3.granted.natural_person', 's3.granted.commercial_enterprise', '约3'))).toBe(true);
});

test('a range copied from one table goes into another by position', () => {
  const source = gridMapOf(tableRows('t3'));
  const cells = rangeOf(source, 's3.granted.natural_person', 's3.granted.research_institution').cells;
  const { text } = copyRange(source, cells, (id) => String(cells.indexOf(id) + 7));
  expect(planPaste(blockFromText(text), into('t4', 's4.review.upheld')).write).toEqual([
    { cell: 's4.review.upheld', text: '7' },
    { cell: 's4.review.corrected', text: '8' },
    { cell: 's4.review.other', text: '9' },
  ]);
});

test('two texts for one merged cell: the first is written, the other has no place and is told', () => {
  const plan = planPaste([['1', '2']], into('t2', 's2.licensing_decisions'));
  expect([plan.write, plan.outside, needsDryRun(plan)]).toEqual([[{ cell: 's2.licensing_decisions', text: '1' }], 1, true]);
});

const figureBook = (numbers: Record<string, number>) => new Map(Object.entries(numbers).map(([id, value]) => [id, count(value)]));
const rowsOf3 = gridMapOf(tableRows('t3')).figureRows.map((row) => gridMapOf(tableRows('t3')).rowCells(row));
const isComputed = (id: string) => format.cells.get(id)?.addsUp === 'computed';

/** Table 三 filled in, and what a spreadsheet that says the same holds of it. */
function aFilledTable() {
  const typed = Object.fromEntries(
    rowsOf3.flatMap((cells, row) => cells.filter((id) => !isComputed(id)).map((id, column) => [id, ((row * 7 + column * 3) % 9) + 1])),
  );
  const book = withComputed(format, figureBook(typed));
  const textOf = (id: string) => printFigure(book.get(id) ?? { state: 'not_filled' }, getCell(format, id));
  const carried = new Map([...book].filter(([id]) => format.cells.get(id)?.addsUp === 'opening'));
  return { carried, lines: rowsOf3.map((cells) => cells.map(textOf)) };
}
const first3 = rowsOf3[0]?.[0] ?? '';

test('a block of numbers that says what the form says is written, totals and carried row skipped', () => {
  const { carried, lines } = aFilledTable();
  const plan = planPaste(lines, { ...into('t3', first3), figures: carried });
  expect([plan.by, plan.isStopped, plan.contradictions, plan.outside]).toEqual(['position', false, [], 0]);
  expect(plan.write).toHaveLength(23 * 6);
});

test.each([
  ['the carried row', (row: number) => rowsOf3[row]?.every((id) => format.cells.get(id)?.addsUp !== 'flow') && row < 3],
  ['the computed rows', (row: number) => rowsOf3[row]?.every(isComputed) === true],
  ['both', (row: number) => row === 1 || rowsOf3[row]?.every(isComputed) === true],
])('a block of numbers that lacks %s is stopped: its own totals and carried row contradict the form', (_, isLacking) => {
  const { carried, lines } = aFilledTable();
  const left = lines.filter((_, row) => !isLacking(row));
  expect(left.length).toBeLessThan(lines.length);
  const plan = planPaste(left, { ...into('t3', first3), figures: carried });
  expect([plan.by, plan.isStopped, needsDryRun(plan)]).toEqual(['position', true, true]);
  expect(plan.contradictions.length).toBeGreaterThan(0);
});

test('a total of the source that does not add up is told also where titles lead, and stops nothing there', () => {
  const plan = planPaste(blockFromText('（一）予以公开\t1\t1\t1\t1\t1\t1\t7'), { ...into('t3', first3), figures: new Map() });
  expect([plan.by, plan.isStopped]).toEqual(['title', false]);
  expect(plan.contradictions).toEqual([{ cell: 's3.granted.total', text: '7', now: '6' }]);
});

/** Copied tables: each a block, with those in it. */
const copied = (block: PastedBlock, inside: CopiedBlock[] = []): CopiedBlock => ({
  block,
  inside,
  struckAt: () => undefined,
  hiddenRows: [],
  hiddenColumns: [],
});

test('of several tables the innermost one is taken whose titles fit this one; they are counted', () => {
  const cover = copied([['年报', '二〇二六']]);
  const fourth = copied(wholeTable(tableRows('t4')).block);
  const third = copied(wholeTable(tableRows('t3')).block);
  const layout = copied([['栏目', '（一）予以公开 1 2 3']], [copied([['导航']]), third]);
  const plan = planCopied([cover, fourth, layout], into('t3', first3));
  expect([plan.by, plan.tables, needsDryRun(plan), plan.outside]).toEqual(['title', 5, true, 0]);
  expect(plan.write).toHaveLength(23 * 6);
  expect(planCopied([cover, fourth, layout], into('t4', 's4.review.upheld')).write[0]?.cell).toBe('s4.review.upheld');
});

test('where no title of several tables fits, none is offered by position', () => {
  const plan = planCopied([copied([['1', '2']]), copied([['3']])], into('t3', first3));
  expect([plan.by, plan.tables, plan.write, needsDryRun(plan)]).toEqual(['no_table', 2, [], true]);
  expect(planCopied([copied([['1', '2']])], into('t3', first3)).by).toBe('position');
});

test('whatever is pasted, each cell is written at most once and never one that is computed or carried in', () => {
  const words = fc.constantFrom(
    '1',
    '0',
    '约3',
    '—',
    '',
    '自然人',
    '其他',
    '总计',
    '（一）予以公开',
    '结果维持',
    '行政复议',
    '规章',
    '无题',
  );
  const blocks = fc.array(fc.array(fc.option(words, { nil: null, freq: 8 }), { maxLength: 9 }), { maxLength: 6 });
  fc.assert(
    fc.property(blocks, fc.constantFrom('t2', 't3', 't4'), fc.nat(500), (block, table, at) => {
      const map = gridMapOf(tableRows(table));
      const plan = planPaste(block, into(table, map.cells[at % map.cells.length] ?? ''));
      const written = plan.write.map((one) => one.cell);
      expect(new Set(written).size).toBe(written.length);
      for (const id of written) expect(isReadOnly(format.cells.get(id) ?? { addsUp: 'computed' })).toBe(false);
    }),
    { numRuns: 1_000 },
  );
});
