import { expect, test } from 'vitest';
import { getFormat } from '@/server/domain/formats';
import { gridMapOf, splitAtHeads } from './grid-map';
import { moveFrom } from './moves';

const format = getFormat('2021');
const mapOf = (id: string) => gridMapOf(format.tables.find((table) => table.id === id)?.rows ?? []);
const t2 = mapOf('t2');
const t3 = mapOf('t3');
const t4 = mapOf('t4');
const canFill = (cell: string) => ['flow', 'closing'].includes(format.cells.get(cell)?.addsUp ?? '');

test('every figure of a table has a place, and the place has the figure', () => {
  for (const map of [t2, t3, t4])
    for (const cell of map.cells) {
      const place = map.placeOf(cell);
      expect(place && map.cellAt(place.row, place.column)).toBe(cell);
    }
  expect(t3.cells).toHaveLength(25 * 7);
});

test('the labels of a row include the group that spans it', () => {
  const row = t3.placeOf('s3.denied_law_prohibited.natural_person')?.row ?? -1;
  expect(t3.rowLabels(row)).toEqual(['三、本年度办理结果', '（三）不予公开', '2.其他法律行政法规禁止公开']);
});

test('arrows pass through computed and carried cells and stop at the edge', () => {
  expect(moveFrom(t3, 's3.new_received.natural_person', 'down', canFill)).toBe('s3.carried_in.natural_person');
  expect(moveFrom(t3, 's3.new_received.other_org', 'right', canFill)).toBe('s3.new_received.total');
  expect(moveFrom(t3, 's3.new_received.natural_person', 'up', canFill)).toBeNull();
  expect(moveFrom(t3, 's3.new_received.natural_person', 'left', canFill)).toBeNull();
});

test('arrows step over captions and heads between the rows of table 二', () => {
  expect(moveFrom(t2, 's2.normative_documents.repealed', 'down', canFill)).toBe('s2.licensing_decisions');
  expect(moveFrom(t2, 's2.penalty_decisions', 'up', canFill)).toBe('s2.licensing_decisions');
});

test('Enter goes down over what cannot be filled in, and stays at the bottom and at the top', () => {
  expect(moveFrom(t3, 's3.new_received.natural_person', 'enter', canFill)).toBe('s3.granted.natural_person');
  expect(moveFrom(t3, 's3.carried_out.natural_person', 'enter', canFill)).toBeNull();
  expect(moveFrom(t3, 's3.new_received.commercial_enterprise', 'enter_back', canFill)).toBeNull();
  expect(moveFrom(t3, 's3.granted.natural_person', 'enter_back', canFill)).toBe('s3.new_received.natural_person');
  expect(moveFrom(t4, 's4.review.pending', 'enter', canFill)).toBeNull();
});

test('Ctrl+Home and Ctrl+End go to the first and last cell that can be filled in', () => {
  expect(moveFrom(t3, 's3.granted.other_org', 'first', canFill)).toBe('s3.new_received.natural_person');
  expect(moveFrom(t3, 's3.granted.other_org', 'last', canFill)).toBe('s3.carried_out.other_org');
});

test('the internal table falls into the part of section 二 and the part of section 四', () => {
  const internal = format.entryTables.find((table) => table.id === 'internal');
  const parts = internal ? splitAtHeads(internal) : [];
  expect(parts.map((rows) => gridMapOf(rows).cells[0])).toEqual(['s2.regulations.in_force_opening', 's4.review.pending_opening']);
});
