import { describe, expect, it } from 'vitest';
import { getFormat } from '@/server/domain/formats';
import { searchCells } from './cell-search';

describe('searchCells', () => {
  const format = getFormat('2021');

  it('finds a cell by characters of its name and by the initials of their pinyin, totals first', () => {
    expect(searchCells(format, '本年新收 总计').map((one) => one.id)).toEqual(['s3.new_received.total']);
    expect(searchCells(format, 'bnxs')[0]?.id).toBe('s3.new_received.total');
    expect(searchCells(format, 'yygk zrr').map((one) => one.id)).toContain('s3.granted.natural_person');
    expect(searchCells(format, '没有这一格')).toEqual([]);
  });

  it('offers printed cells only', () => {
    expect(searchCells(format, '').every(({ id }) => format.cells.get(id)?.isPrinted)).toBe(true);
  });
});
