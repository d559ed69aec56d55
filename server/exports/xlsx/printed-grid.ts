import type { MergeRange } from 'hucre/xlsx';
import type { GridCell, TableLayout } from '@/server/domain/formats';
import type { PlacedCell } from '@/server/domain/report/table-grid';
import { columnWidths } from '../word/column-widths';
import { rowHeight, widthOf } from './row-height';

/** A layout laid out: which cell covers a place. */
export type Grid = readonly (readonly (PlacedCell<GridCell> | undefined)[])[];

/** Digits' widths of the columns of a table, from the proportions of its paper. */
export function widthsOf(layout: TableLayout, grid: Grid): number[] {
  return columnWidths(layout).map((twips, column) => Math.max(6, Math.round(twips / 95), roomOf(grid, column)));
}

/** What a column must be wide enough for: four characters of a head in a line, the name of a group in one. */
function roomOf(grid: Grid, column: number): number {
  const own = new Set(grid.flatMap((places) => places[column] ?? []));
  return Math.max(
    0,
    ...[...own].map(({ cell, colSpan, rowSpan }) => {
      if (colSpan > 1) return 0;
      const wide = widthOf(cell.text ?? '') + 1;
      if (cell.role === 'head') return Math.min(wide, 9);
      return cell.role === 'label' && rowSpan > 1 && column > 0 ? Math.min(wide, 16) : 0;
    }),
  );
}

/** Points each row needs; what reaches over several rows has room enough. */
export function heightsOf(grid: Grid, widths: readonly number[]): number[] {
  return grid.map((places) =>
    Math.max(
      ...places.map((placed) => {
        const room = placed ? sum(widths.slice(placed.column, placed.column + placed.colSpan)) - 1 : 1;
        return rowHeight(placed && placed.rowSpan === 1 ? (placed.cell.text ?? '') : '', room);
      }),
    ),
  );
}

export function sum(widths: readonly number[]): number {
  return widths.reduce((all, one) => all + one, 0);
}

export function mergesOf(grid: Grid): MergeRange[] {
  const placed = new Set(grid.flatMap((row) => row.filter((one) => one !== undefined)));
  return [...placed]
    .filter(({ rowSpan, colSpan }) => rowSpan > 1 || colSpan > 1)
    .map(({ row, column, rowSpan, colSpan }) => ({
      startRow: row,
      startCol: column,
      endRow: row + rowSpan - 1,
      endCol: column + colSpan - 1,
    }));
}
