import type { CellId } from '@/server/domain/formats';
import type { GridMap } from './grid-map';

/** Cells selected together. The anchor is where the selection began and the focus stays; the end is what keys and pointer move. */
export interface CellRange {
  anchor: CellId;
  end: CellId;
  /** Figures of the rectangle between the two, row by row. */
  cells: readonly CellId[];
  /** It has just been copied as it is. */
  isCopied?: boolean;
}

/** Places of a table, both edges included. */
export interface Rectangle {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export function rangeOf(map: GridMap, anchor: CellId, end: CellId): CellRange {
  return { anchor, end, cells: cellsIn(map, rectangleOf(map, anchor, end)) };
}

/** Every figure of a table. */
export function wholeTable(map: GridMap, anchor: CellId): CellRange {
  return { anchor, end: map.cells.at(-1) ?? anchor, cells: map.cells };
}

/** The smallest rectangle that holds all of the cells, and all of every merged figure it touches. */
export function rectangleOf(map: GridMap, ...cells: readonly CellId[]): Rectangle {
  const first = extentOf(map, cells[0] ?? '');
  const start = cells.reduce((sum, cell) => union(sum, extentOf(map, cell)), first);
  return wholeFigures(map, start);
}

/** Figures of a rectangle, row by row, each once. */
export function cellsIn(map: GridMap, { top, left, bottom, right }: Rectangle): CellId[] {
  const found = new Set<CellId>();
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) {
      const cell = map.cellAt(row, column);
      if (cell) found.add(cell);
    }
  return [...found];
}

/** The places one figure covers. */
export function extentOf(map: GridMap, cell: CellId): Rectangle {
  const place = map.placeOf(cell) ?? { row: 0, column: 0 };
  const extent = { top: place.row, left: place.column, bottom: place.row, right: place.column };
  while (map.cellAt(extent.bottom + 1, extent.left) === cell) extent.bottom += 1;
  while (map.cellAt(extent.top, extent.right + 1) === cell) extent.right += 1;
  return extent;
}

function wholeFigures(map: GridMap, rectangle: Rectangle): Rectangle {
  const grown = cellsIn(map, rectangle).reduce((sum, cell) => union(sum, extentOf(map, cell)), rectangle);
  return sameRectangle(grown, rectangle) ? rectangle : wholeFigures(map, grown);
}

function union(a: Rectangle, b: Rectangle): Rectangle {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

function sameRectangle(a: Rectangle, b: Rectangle): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}
