import type { CellId, TableLayout } from '@/server/domain/formats';
import { tableGrid } from '@/server/domain/report/table-grid';

const steps: Record<string, readonly [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The figure an arrow key leads to, over labels and heads that lie between; null at the edge and for any other key. */
export function nextFigure(layout: TableLayout, from: CellId, key: string): CellId | null {
  const step = steps[key];
  if (!step) return null;
  const grid = tableGrid(layout.rows.map((row) => row.cells));
  const start = grid.flat().find((placed) => placed?.cell.cell === from);
  if (!start) return null;
  let [row, column] = [start.row + step[0], start.column + step[1]];
  for (let placed = grid[row]?.[column]; placed; placed = grid[row]?.[column]) {
    if (placed.cell.cell && placed.cell.cell !== from) return placed.cell.cell;
    row += step[0];
    column += step[1];
  }
  return null;
}
