import type { CellId } from '@/server/domain/formats';
import type { GridMap } from './grid-map';
import { moveFrom } from './moves';
import { rectangleOf } from './range';

/** A cell that takes the value of another. */
export interface Filled {
  cell: CellId;
  from: CellId;
}

/**
 * What filling down does: the top figure of each column goes into those below it that can be filled in. A single cell takes
 * the value of the figure above it.
 */
export function fillDown(map: GridMap, cells: readonly CellId[], canFill: (cell: CellId) => boolean): Filled[] {
  const [only] = cells;
  if (only !== undefined && cells.length === 1) {
    const from = moveFrom(map, only, 'up', canFill);
    return from && canFill(only) ? [{ cell: only, from }] : [];
  }
  const { top, left, bottom, right } = rectangleOf(map, ...cells);
  const filled = new Map<CellId, Filled>();
  for (let column = left; column <= right; column += 1) {
    let from: CellId | null = null;
    for (let row = top; row <= bottom; row += 1) {
      const cell = map.cellAt(row, column);
      if (cell === null || cell === from) continue;
      if (from === null) from = cell;
      else if (canFill(cell) && !filled.has(cell)) filled.set(cell, { cell, from });
    }
  }
  return [...filled.values()];
}
