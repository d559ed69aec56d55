import { expect, test } from 'vitest';
import { count, type Figure, notApplicable } from '@/server/domain/figures';
import { getFormat, leafCells, withIndicators } from '@/server/domain/formats';
import { zeroReport } from './zero-report';

const format = getFormat('2021');
const openings = (value: number): [string, Figure][] =>
  leafCells(format)
    .filter((cell) => cell.addsUp === 'opening')
    .map((cell) => [cell.id, count(value)]);

test('what happened becomes 0 and every balance stays as it opened', () => {
  const { changes, carried, unknown, replaced } = zeroReport(
    format,
    new Map([...openings(0), ['s2.normative_documents.in_force_opening', count(9)]]),
  );
  const textOf = new Map(changes.map((change) => [change.cell, change.text]));
  expect(textOf.get('s3.new_received.natural_person')).toBe('0');
  expect(textOf.get('s3.carried_out.natural_person')).toBe('0');
  expect(textOf.get('s2.normative_documents.in_force')).toBe('9');
  expect(carried).toEqual([{ cell: 's2.normative_documents.in_force', text: '9' }]);
  expect(unknown).toEqual([]);
  expect(replaced).toEqual([]);
  expect([...textOf.keys()].some((cell) => format.cells.get(cell)?.addsUp === 'opening')).toBe(false);
});

test('a closing without a known opening is left alone', () => {
  expect(zeroReport(format, new Map()).unknown).toContain('s4.review.pending');
});

test('a number that stands there already is named before it becomes 0; 不适用 stays', () => {
  const { changes, replaced } = zeroReport(
    format,
    new Map([...openings(0), ['s3.granted.other_org', count(3)], ['s2.licensing_decisions', notApplicable]]),
  );
  expect(replaced).toEqual(['s3.granted.other_org']);
  expect(changes.some((change) => change.cell === 's2.licensing_decisions')).toBe(false);
});

test('local indicators are not part of it: a zero report says nothing of them', () => {
  const asked = withIndicators(format, [
    { key: 'posts', name: '发布条数', unit: '条', addsUp: 'flow', overUnits: 'sum', exactness: 'exact', definition: '发布的条数。' },
  ]);
  expect(zeroReport(asked, new Map(openings(0)))).toEqual(zeroReport(format, new Map(openings(0))));
});
