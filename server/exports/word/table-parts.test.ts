import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CellId, getFormat, type TableLayout } from '@/server/domain/formats';
import { tableGrid } from '@/server/domain/report/table-grid';
import { rowHeights } from './row-heights';
import { pagedTable } from './table-parts';

const format = getFormat('2021');
const layouts: [string, TableLayout][] = [format, getFormat('2021', 'other_single'), getFormat('2019')].flatMap(
  ({ id, rowVariant, tables }) => tables.map((layout): [string, TableLayout] => [`${id} ${rowVariant} ${layout.id}`, layout]),
);
const t3 = format.tables.find(({ id }) => id === 't3') as TableLayout;
const pageHeight = 12_755;

const cellsOf = (layout: TableLayout): CellId[] => layout.rows.flatMap((row) => row.cells.flatMap(({ cell }) => cell ?? []));
const remarkOn = (rows: readonly string[], length: number) =>
  Object.fromEntries(rows.map((row) => [`s3.${row}.natural_person`, `（${'含'.repeat(length)}）`]));

/** The labels that stand beside each row of figures, as a reader of that page sees them. */
function labelsBeside(layout: TableLayout): Map<CellId, string> {
  const grid = tableGrid(layout.rows.map((row) => row.cells));
  return new Map(
    grid.flatMap((places) => {
      const labels = [...new Set(places)].filter((placed) => placed?.cell.role === 'label').map((placed) => placed?.cell.text ?? '');
      return [...new Set(places)].flatMap((placed) => (placed?.cell.cell ? [[placed.cell.cell, labels.join(' ')] as const] : []));
    }),
  );
}

/** No page holds more than it has room for, and no cell and no label is lost. */
function neverTooFull() {
  const some = fc
    .constantFrom(...layouts.map(([, layout]) => layout))
    .chain((layout) =>
      fc.tuple(
        fc.constant(layout),
        fc.dictionary(fc.constantFrom(...cellsOf(layout)), fc.integer({ min: 1, max: 60 }), { maxKeys: 30 }),
        fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 3 }),
      ),
    );
  return fc.property(some, ([layout, lengths, notes]) => {
    const remarks = Object.fromEntries(Object.entries(lengths).map(([cell, length]) => [cell, `（${'含'.repeat(length)}）`]));
    const paged = pagedTable(
      { layout, figures: {}, remarks },
      notes.map((length) => '注'.repeat(length)),
    );
    const heights = rowHeights({ layout: paged.layout, figures: {}, remarks }, paged.rowHeight);
    const starts = [0, ...paged.newPages, layout.rows.length];
    for (const [index, from] of starts.slice(0, -1).entries()) {
      const part = heights.slice(from, starts[index + 1]);
      const heads = index === 0 ? [] : heights.filter((_, row) => layout.rows[row]?.isHead);
      const height = [...part, ...heads].reduce((sum, one) => sum + one, 0);
      if (part.length > 1) expect(height).toBeLessThanOrEqual(pageHeight);
    }
    expect(cellsOf(paged.layout)).toEqual(cellsOf(layout));
    expect(labelsBeside(paged.layout)).toEqual(labelsBeside(layout));
  });
}

describe('a table on its pages', () => {
  it.each(layouts)('stands whole, with its heading, as it is printed: %s', (_, layout) => {
    expect(pagedTable({ layout, figures: {} }, [])).toMatchObject({ layout, newPages: [] });
  });

  it.each(layouts)('stands whole with a note of two lines below it, its rows a little lower if need be: %s', (_, layout) => {
    const { newPages, rowHeight } = pagedTable({ layout, figures: {} }, [`注：${'申请以受理日期统计。'.repeat(4)}`]);
    expect(newPages).toEqual([]);
    expect(rowHeight).toBeGreaterThanOrEqual(310);
  });

  it('is parted before a group when remarks make it higher than a page, and the name of the outcomes stands on both', () => {
    const remarks = remarkOn(['new_received', 'granted', 'denied_law_prohibited'], 14);
    const { layout, newPages } = pagedTable({ layout: t3, figures: {}, remarks }, []);
    expect(newPages).toHaveLength(1);
    const first = layout.rows[newPages[0] ?? 0]?.cells.map(({ text }) => text).slice(0, 2);
    expect(first).toEqual(['三、本年度办理结果', '（五）不予处理']);
    expect(labelsBeside(layout)).toEqual(labelsBeside(t3));
  });

  it('is parted within a group only when the group is higher than a page, and its name stands on both', () => {
    const group = ['denied_state_secret', 'denied_law_prohibited', 'denied_third_party_rights', 'denied_admin_query'];
    const { layout, newPages } = pagedTable({ layout: t3, figures: {}, remarks: remarkOn(group, 60) }, []);
    const names = newPages.map((row) => layout.rows[row]?.cells.map(({ text }) => text).slice(0, 2));
    expect(names).toContainEqual(['三、本年度办理结果', '（三）不予公开']);
    expect(labelsBeside(layout)).toEqual(labelsBeside(t3));
  });

  it('never puts more on a page than it holds, and loses no cell and no label, whatever is remarked', () => {
    fc.assert(neverTooFull(), { numRuns: 150 });
  });

  it('ends, whatever is remarked: a row that is higher than a page stands by itself', () => {
    for (const [, layout] of layouts) {
      const [first = '', second = ''] = cellsOf(layout);
      const remarks = { [first]: '含'.repeat(4000), [second]: '含'.repeat(4000) };
      expect(cellsOf(pagedTable({ layout, figures: {}, remarks }, ['注'.repeat(4000)]).layout)).toEqual(cellsOf(layout));
    }
  });

  it('a group of which one row is left on a page: its name is counted there too', () => {
    fc.assert(neverTooFull(), { numRuns: 1, seed: 550006928, path: '36934:9:4:7:12:17:13:22:18:25:29:28:26' });
  });
});
