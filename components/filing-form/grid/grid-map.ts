import type { CellId, GridRow, TableLayout } from '@/server/domain/formats';
import { tableGrid } from '@/server/domain/report/table-grid';
import { plainTitle } from '../paste/plain-title';

export interface Place {
  row: number;
  column: number;
}

/** Where the figures of a table stand once its spans are laid out; what moving and pasting compute with. */
export interface GridMap {
  rowCount: number;
  columnCount: number;
  /** The figure that covers a place; null for labels, heads and places outside. */
  cellAt(row: number, column: number): CellId | null;
  /** The upper left place of a figure. */
  placeOf(cell: CellId): Place | null;
  /** Figures of a row from left to right, each once. */
  rowCells(row: number): readonly CellId[];
  /** Labels of a row from left to right, those that span it from above included. */
  rowLabels(row: number): readonly string[];
  /** All figures, row by row. */
  cells: readonly CellId[];
  /** Rows with figures, from top to bottom. */
  figureRows: readonly number[];
  /** The column heads over a figure, from top to bottom. */
  headsOver(cell: CellId): readonly string[];
  /** Every column head of the table without widths, spaces and marks (`plainTitle`). */
  heads: ReadonlySet<string>;
}

export function gridMapOf(rows: readonly GridRow[]): GridMap {
  const grid = tableGrid(rows.map((row) => row.cells));
  const places = new Map<CellId, Place>();
  grid.forEach((line, row) => {
    line.forEach((placed, column) => {
      if (placed?.cell.cell && !places.has(placed.cell.cell)) places.set(placed.cell.cell, { row, column });
    });
  });
  const headAt = (row: number, column: number) => {
    const cell = grid[row]?.[column]?.cell;
    return cell?.role === 'head' ? cell.text : undefined;
  };
  function headsOver(cell: CellId): string[] {
    const { row, column } = places.get(cell) ?? { row: 0, column: 0 };
    let above = row - 1;
    while (above >= 0 && headAt(above, column) === undefined) above -= 1;
    const heads: string[] = [];
    for (let head = headAt(above, column); head !== undefined; head = headAt(--above, column)) if (heads[0] !== head) heads.unshift(head);
    return heads;
  }
  const inRow = (row: number) => [...new Set(grid[row] ?? [])].filter((placed) => placed !== undefined);
  return {
    rowCount: grid.length,
    columnCount: Math.max(0, ...grid.map((line) => line.length)),
    cellAt: (row, column) => grid[row]?.[column]?.cell.cell ?? null,
    placeOf: (cell) => places.get(cell) ?? null,
    rowCells: (row) => inRow(row).flatMap((placed) => placed.cell.cell ?? []),
    rowLabels: (row) => inRow(row).flatMap((placed) => (placed.cell.role === 'label' && placed.cell.text ? [placed.cell.text] : [])),
    cells: [...places.keys()],
    figureRows: [...new Set([...places.values()].map((place) => place.row))],
    headsOver,
    heads: new Set(rows.flatMap((row) => row.cells.flatMap((cell) => (cell.role === 'head' && cell.text ? [plainTitle(cell.text)] : [])))),
  };
}

/**
 * The internal table of the entry form, cut where a head row begins, so that each part can stand under the section whose
 * figures it checks.
 */
export function splitAtHeads(layout: TableLayout): readonly GridRow[][] {
  const parts: GridRow[][] = [];
  for (const row of layout.rows) {
    if (row.isHead || parts.length === 0) parts.push([]);
    parts.at(-1)?.push(row);
  }
  return parts;
}
