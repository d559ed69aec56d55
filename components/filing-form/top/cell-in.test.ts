import { expect, it } from 'vitest';
import { getFormat, leafCells } from '@/server/domain/formats';
import { cellIn } from './cell-in';

it('the place one is in is of the section that is shown, or none', () => {
  const format = getFormat('2021');
  const cells = leafCells(format);
  const [cell] = cells;
  const other = cells.find(({ section }) => section !== cell?.section);
  if (!cell || !other) throw new Error('a format has sections');
  expect(cellIn(format, cell.id, cell.section)?.id).toBe(cell.id);
  expect(cellIn(format, cell.id, other.section)).toBeNull();
  expect(cellIn(format, null, cell.section)).toBeNull();
  expect(cellIn(format, cell.id, 'text')).toBeNull();
});
