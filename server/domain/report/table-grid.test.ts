import { describe, expect, it } from 'vitest';
import { formatIds, getFormat } from '../formats';
import { type Spanned, tableGrid } from './table-grid';

describe('tableGrid', () => {
  it('lets a cell cover every place it spans', () => {
    const grid = tableGrid<Spanned & { name: string }>([
      [
        { name: 'a', rowSpan: 2 },
        { name: 'b', colSpan: 2 },
      ],
      [{ name: 'c' }, { name: 'd' }],
    ]);
    expect(grid.map((row) => row.map((placed) => placed?.cell.name).join(''))).toEqual(['abb', 'acd']);
  });

  it('ends a span at the last row', () => {
    expect(tableGrid([[{ rowSpan: 9 }]])[0]?.[0]?.rowSpan).toBe(1);
  });

  it.each(formatIds.flatMap((id) => getFormat(id).tables.map((layout) => [id, layout] as const)))(
    'covers table %s without a hole',
    (_, layout) => {
      const grid = tableGrid(layout.rows.map((row) => row.cells));
      for (const row of grid) expect(row.filter((placed) => placed !== undefined)).toHaveLength(layout.columnTwips.length);
    },
  );
});
