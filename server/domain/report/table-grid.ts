export interface Spanned {
  rowSpan?: number;
  colSpan?: number;
}

/** A cell at the place of its upper left corner. */
export interface PlacedCell<T> {
  cell: T;
  row: number;
  column: number;
  rowSpan: number;
  colSpan: number;
}

/**
 * Rows of cells with spans laid out as in HTML: `grid[row][column]` is the cell that covers the place, or undefined where
 * none does. A span that runs over the last row ends there.
 */
export function tableGrid<T extends Spanned>(rows: readonly (readonly T[])[]): (PlacedCell<T> | undefined)[][] {
  const grid: (PlacedCell<T> | undefined)[][] = rows.map(() => []);
  rows.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while (grid[row]?.[column]) column += 1;
      const placed = { cell, row, column, rowSpan: Math.min(cell.rowSpan ?? 1, rows.length - row), colSpan: cell.colSpan ?? 1 };
      for (const covered of grid.slice(row, row + placed.rowSpan))
        for (let offset = 0; offset < placed.colSpan; offset += 1) covered[column + offset] = placed;
      column += placed.colSpan;
    }
  });
  return grid;
}
