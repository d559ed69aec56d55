import type { TableLayout } from '@/server/domain/formats';
import { tableGrid } from '@/server/domain/report/table-grid';

/** Fewer rows of （三）不予公开 than these are never alone at the foot or the head of a page. */
const leastAtFoot = 3;
const leastAtHead = 2;

/**
 * Rows that must not be the last on a page: heads and captions stay with the row below, table 四 and the sub-tables of table 二
 * are not parted at all. Table 三 is parted between its groups only, the long （三）不予公开 with some rows on either side, so that
 * a group's name is seen with its rows and 三、本年度办理结果 has room to stand upright; its sums stay with the last group.
 *
 * @returns indexes of the rows to keep with the next
 */
export function rowsKeptWithNext(layout: TableLayout): Set<number> {
  const kept = new Set<number>();
  const last = layout.rows.length - 1;
  const parted = layout.id === 't3' ? partingsOfTableThree(layout) : new Set<number>();
  layout.rows.forEach((row, index) => {
    if (index === last) return;
    const next = layout.rows[index + 1];
    if (row.isHead || layout.id === 't4') kept.add(index);
    else if (layout.id === 't2' && next?.cells[0]?.role !== 'caption') kept.add(index);
    else if (layout.id === 't3' && !parted.has(index)) kept.add(index);
  });
  return kept;
}

/** Rows behind which a page may end. */
function partingsOfTableThree(layout: TableLayout): Set<number> {
  const groupColumn = 1;
  const grid = tableGrid(layout.rows.map((row) => row.cells));
  const groups = [...new Set(grid.map((row) => row[groupColumn]))].filter((placed) => placed?.cell.role === 'label' && placed.rowSpan > 1);
  const partings = new Set<number>();
  groups.forEach((group, index) => {
    if (!group) return;
    const lastRow = group.row + group.rowSpan - 1;
    const isLong = group.rowSpan > leastAtFoot + leastAtHead;
    if (isLong) for (let row = group.row + leastAtFoot - 1; row <= lastRow - leastAtHead; row += 1) partings.add(row);
    if (index < groups.length - 1) partings.add(lastRow);
  });
  return partings;
}
