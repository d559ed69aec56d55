import { expect, test } from 'vitest';
import { getFormat } from '@/server/domain/formats';
import { blockFromText } from '../paste/pasted-block';
import { copyRange } from './copy-range';
import { fillDown } from './fill-down';
import { gridMapOf } from './grid-map';
import { rangeOf, wholeTable } from './range';

const format = getFormat('2021');
const mapOf = (id: string) => gridMapOf(format.tables.find((table) => table.id === id)?.rows ?? []);
const t2 = mapOf('t2');
const t3 = mapOf('t3');
const canFill = (cell: string) => ['flow', 'closing'].includes(format.cells.get(cell)?.addsUp ?? '');

const received = 's3.new_received.natural_person';
const carried = 's3.carried_in.commercial_enterprise';
const square = [received, 's3.new_received.commercial_enterprise', 's3.carried_in.natural_person', carried];

test('a range is the rectangle between two cells, whichever of them it began at', () => {
  expect(rangeOf(t3, received, carried).cells).toEqual(square);
  expect(rangeOf(t3, carried, received)).toMatchObject({ anchor: carried, end: received, cells: square });
  expect(rangeOf(t3, received, received).cells).toEqual([received]);
});

test('a merged figure is selected whole and once, and widens the range', () => {
  const range = rangeOf(t2, 's2.normative_documents.repealed', 's2.licensing_decisions');
  expect(range.cells).toEqual([
    's2.normative_documents.issued',
    's2.normative_documents.repealed',
    's2.normative_documents.in_force',
    's2.licensing_decisions',
  ]);
});

test('the whole table has every figure and keeps where it began', () => {
  expect(wholeTable(t3, carried)).toMatchObject({ anchor: carried, cells: { length: 25 * 7 } });
});

test('a copied range reads back as what was copied', () => {
  const { text, html } = copyRange(t3, square, (cell) => (cell === carried ? '<1&2>\t"3"' : '7'));
  expect(blockFromText(text)).toEqual([
    ['7', '7'],
    ['7', '<1&2>\t"3"'],
  ]);
  expect(html).toBe(
    '<table><tbody><tr><td>7</td><td>7</td></tr><tr><td>7</td><td>&lt;1&amp;2&gt;\t&quot;3&quot;</td></tr></tbody></table>',
  );
});

test('a merged figure is copied with its span', () => {
  const { text, html } = copyRange(t2, ['s2.licensing_decisions'], () => '12');
  expect(text).toBe('12\t\t');
  expect(html).toContain('<td colspan="3">12</td>');
});

test('filling down takes the top of each column into what can be filled in below', () => {
  const range = rangeOf(t3, received, 's3.granted.commercial_enterprise');
  expect(fillDown(t3, range.cells, canFill)).toEqual([
    { cell: 's3.granted.natural_person', from: received },
    { cell: 's3.granted.commercial_enterprise', from: 's3.new_received.commercial_enterprise' },
  ]);
});

test('filling down one cell takes the figure above it; at the top there is none', () => {
  expect(fillDown(t3, ['s3.granted.natural_person'], canFill)).toEqual([
    { cell: 's3.granted.natural_person', from: 's3.carried_in.natural_person' },
  ]);
  expect(fillDown(t3, [received], canFill)).toEqual([]);
});
