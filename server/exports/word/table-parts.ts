import type { GridCell, TableLayout } from '@/server/domain/formats';
import type { Block } from '@/server/domain/report/report-document';
import { tableGrid } from '@/server/domain/report/table-grid';
import { isVerticalCell, minRowHeights } from './column-widths';
import { notesHeight, rowHeights } from './row-heights';
import { lines, page } from './typography';

type TableBlock = Omit<Extract<Block, { kind: 'table' }>, 'kind'>;

/** A table as it stands on pages: its rows with merged cells that end with a page and begin again on the next, their words repeated. */
export interface PagedTable {
  layout: TableLayout;
  /** The rows with which a page begins, after the first; none where the table stands whole on a page. */
  newPages: readonly number[];
  /** Twips that a row of one line takes. */
  rowHeight: number;
}

const pageHeight = page.height - page.margin.top - page.margin.bottom;
/** The table's own heading with the air around it. */
const headingHeight = (lines.body.line ?? 0) + 160 + 80;
/** Borders, and what fonts differ by. */
const slack = 120;
/** 三、本年度办理结果 upright: nine characters of 五号 and the padding of the cell. */
const uprightHeight = 9 * 210 + 40;

/**
 * A table stands whole on a page, with its heading and the notes below it. Where it would just not fit, its rows are a little lower;
 * where remarks make it much higher, it is parted between the groups of table 三 or the items of table 二, heads and names repeated.
 */
export function pagedTable(table: TableBlock, notes: readonly string[]): PagedTable {
  const room = pageHeight - slack;
  const below = notesHeight(notes);
  const [usual = 0, ...lower] = minRowHeights(table.layout);
  const total = (least: number) => rowHeights(table, least).reduce((sum, one) => sum + one, headingHeight + below);
  const fitting = [usual, ...lower].find((least) => total(least) <= room);
  if (fitting !== undefined) return { layout: table.layout, newPages: [], rowHeight: fitting };
  // A group's name beside a single row makes that row higher: where a page holds less for it, it is given less.
  for (let spare = 0; ; ) {
    const newPages = partings(table.layout, rowHeights(table, usual), { room: room - spare, below });
    const layout = withRepeatedLabels(table.layout, newPages);
    const tooMuch = overflow(layout, rowHeights({ ...table, layout }, usual), { newPages, below });
    if (tooMuch <= 0) return { layout, newPages, rowHeight: usual };
    spare += tooMuch;
  }
}

/** Twips by which the fullest page is too full; a row that is higher than a page stands on it alone. */
function overflow(
  layout: TableLayout,
  heights: readonly number[],
  { newPages, below }: { newPages: readonly number[]; below: number },
): number {
  const starts = [0, ...newPages, layout.rows.length];
  const heads = heights.reduce((sum, height, row) => (layout.rows[row]?.isHead ? sum + height : sum), 0);
  const pages = starts.slice(0, -1).map((from, index) => {
    const part = heights.slice(from, starts[index + 1]);
    const isLast = index === newPages.length;
    const height = part.reduce((sum, one) => sum + one, index === 0 ? headingHeight : heads) + (isLast ? below : 0);
    const rows = layout.rows.slice(from, starts[index + 1]).filter((row) => !row.isHead).length;
    return rows > 1 ? height - pageHeight : 0;
  });
  return Math.max(...pages);
}

/** Each page takes as many whole groups of rows as it can, and rows of a group that is higher than a page; the last one also the notes. */
function partings(layout: TableLayout, heights: readonly number[], { room, below }: { room: number; below: number }): number[] {
  const heightOf = (from: number, to: number) => heights.slice(from, to).reduce((sum, one) => sum + one, 0);
  const heads = layout.rows.filter((row) => row.isHead).length;
  const headHeight = heightOf(0, heads);
  const newPages: number[] = [];
  const candidates = possiblePartings(layout, heights);
  const anyRow = layout.rows.map((_, row) => row);
  let from = heads;
  while (true) {
    const above = newPages.length === 0 ? headingHeight : 0;
    const fits = (to: number) => above + headHeight + heightOf(from, to) <= room - (to === layout.rows.length ? below : 0);
    if (fits(layout.rows.length)) return newPages;
    const next = candidates.findLast((row) => row > from && fits(row)) ?? anyRow.findLast((row) => row > from && fits(row)) ?? from + 1;
    if (next >= layout.rows.length) return newPages;
    newPages.push(next);
    from = next;
  }
}

/** Rows a page may begin with: a group or an item is not parted, and what stands upright beside the outcomes has room on both pages. */
function possiblePartings(layout: TableLayout, heights: readonly number[]): number[] {
  if (layout.id === 't2') return layout.rows.flatMap((row, index) => (index > 0 && row.cells[0]?.role === 'caption' ? [index] : []));
  const grid = tableGrid(layout.rows.map((row) => row.cells));
  const upright = grid.flat().find((placed) => placed && isVerticalCell(placed, layout));
  if (!upright) return [];
  const last = upright.row + upright.rowSpan;
  const heightOf = (from: number, to: number) => heights.slice(from, to).reduce((sum, one) => sum + one, 0);
  return layout.rows.flatMap((_, index) => {
    const beside = grid[index]?.[1];
    const isGroupStart = index > upright.row && index < last && beside?.row === index;
    const hasRoom = heightOf(upright.row, index) >= uprightHeight && heightOf(index, last) >= uprightHeight;
    return index === upright.row || (isGroupStart && hasRoom) ? [index] : [];
  });
}

/** Merged cells end with a page and begin again, with their words, on the next. */
function withRepeatedLabels(layout: TableLayout, newPages: readonly number[]): TableLayout {
  if (newPages.length === 0) return layout;
  const grid = tableGrid(layout.rows.map((row) => row.cells));
  const startOf = (row: number) => newPages.findLast((start) => start <= row) ?? 0;
  const endOf = (row: number) => newPages.find((start) => start > row) ?? layout.rows.length;
  return {
    ...layout,
    rows: layout.rows.map((row, index) => ({
      ...row,
      cells: [...new Set(grid[index])].flatMap((placed): GridCell[] => {
        if (!placed || (placed.row !== index && startOf(index) !== index)) return [];
        const rowSpan = Math.min(placed.row + placed.rowSpan, endOf(index)) - index;
        const { rowSpan: _, ...cell } = placed.cell;
        return [rowSpan > 1 ? { ...cell, rowSpan } : cell];
      }),
    })),
  };
}
