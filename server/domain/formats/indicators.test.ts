import { describe, expect, it } from 'vitest';
import { formatIds, getCell, getFormat, hasIndicators, type Indicator, leafCells, withIndicators } from './index';

const posts: Indicator = {
  key: 'posts',
  name: '政务新媒体发布条数',
  unit: '条',
  addsUp: 'flow',
  overUnits: 'sum',
  exactness: 'exact',
  definition: '原创发布的条数，转载不计。',
};
const spent: Indicator = { ...posts, key: 'spent', name: '培训经费', unit: '万元' };
const readers: Indicator = {
  ...posts,
  key: 'readers',
  name: '关注人数',
  unit: '人',
  addsUp: 'closing',
  exactness: 'about',
  overUnits: 'none',
};

describe('a format with the indicators of a year', () => {
  it.each(formatIds)('has every indicator in one place of one further entry table, each a cell a person fills in: %s', (id) => {
    const base = getFormat(id);
    const format = withIndicators(base, [posts, spent, readers]);
    const added = [...format.cells.values()].filter((cell) => !base.cells.has(cell.id));
    expect(added.map(({ id: cell, section, table, quantity, isPrinted }) => [cell, section, table, quantity, isPrinted])).toEqual([
      ['x.posts', 'x', 'indicators', 'count', false],
      ['x.spent', 'x', 'indicators', 'ten_thousand_yuan', false],
      ['x.readers', 'x', 'indicators', 'count', false],
    ]);
    const table = format.entryTables.at(-1);
    expect(table?.rows.flatMap((row) => row.cells.flatMap(({ cell }) => cell ?? []))).toEqual(['x.posts', 'x.spent', 'x.readers']);
    for (const row of table?.rows ?? []) expect(row.cells).toHaveLength(table?.columnTwips.length ?? 0);
    expect(leafCells(format).slice(-3)).toEqual(added);
  });

  it('says in words how each is measured: the unit, the point in time, and that about is enough', () => {
    const [, ...rows] = withIndicators(getFormat('2021'), [posts, readers]).entryTables.at(-1)?.rows ?? [];
    expect(rows.map((row) => row.cells.slice(0, 3).map(({ text }) => text))).toEqual([
      ['政务新媒体发布条数', '条', '本期发生数'],
      ['关注人数', '人（可填约数）', '期末数'],
    ]);
  });

  it('leaves the statutory tables, their cells and the format itself as they are', () => {
    const base = getFormat('2021');
    const before = { tables: base.tables, cells: [...base.cells.keys()], entryTables: base.entryTables.length };
    const format = withIndicators(base, [posts]);
    expect(format.tables).toBe(base.tables);
    for (const cell of base.cells.values()) expect(getCell(format, cell.id)).toBe(cell);
    expect({ tables: base.tables, cells: [...base.cells.keys()], entryTables: base.entryTables.length }).toEqual(before);
    expect([hasIndicators(base), hasIndicators(format)]).toEqual([false, true]);
  });

  it('is the same object for equal indicators, another one for another order, name or definition', () => {
    const base = getFormat('2021');
    expect(withIndicators(base, [])).toBe(base);
    const format = withIndicators(base, [posts, spent]);
    expect(withIndicators(base, [{ ...posts }, { ...spent }])).toBe(format);
    for (const other of [
      [spent, posts],
      [{ ...posts, name: '发布数' }, spent],
      [{ ...posts, definition: '另一口径。' }, spent],
    ])
      expect(withIndicators(base, other)).not.toBe(format);
    expect(withIndicators(getFormat('2021', 'other_single'), [posts, spent])).not.toBe(format);
  });

  it('refuses two indicators under one key', () => {
    expect(() => withIndicators(getFormat('2021'), [posts, { ...spent, key: 'posts' }])).toThrow('x.posts');
  });
});
