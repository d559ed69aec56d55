import type { CellId } from '@/server/domain/formats';
import type { GridMap } from './grid-map';

export type Move = 'up' | 'down' | 'left' | 'right' | 'enter' | 'enter_back' | 'first' | 'last';

const steps = { up: [-1, 0], down: [1, 0], left: [0, -1], right: [0, 1] } as const;

/**
 * Where the focus goes from a cell. Arrows go to the next figure in that direction, read-only ones too, and stop at the edge.
 * Enter goes to the next cell that can be filled in, down the column and then from the top of the next one.
 */
export function moveFrom(map: GridMap, from: CellId, move: Move, canFill: (cell: CellId) => boolean): CellId | null {
  switch (move) {
    case 'up':
    case 'down':
    case 'left':
    case 'right':
      return nextInDirection(map, from, steps[move]);
    case 'enter':
    case 'enter_back':
      return nextDownColumns(map, from, move === 'enter' ? 1 : -1, canFill);
    case 'first':
      return map.cells.find(canFill) ?? null;
    case 'last':
      return map.cells.findLast(canFill) ?? null;
    default:
      return move satisfies never;
  }
}

function nextInDirection(map: GridMap, from: CellId, [down, right]: readonly [number, number]): CellId | null {
  const place = map.placeOf(from);
  if (!place) return null;
  let { row, column } = place;
  for (;;) {
    row += down;
    column += right;
    if (row < 0 || column < 0 || row >= map.rowCount || column >= map.columnCount) return null;
    const cell = map.cellAt(row, column);
    if (cell && cell !== from) return cell;
  }
}

function nextDownColumns(map: GridMap, from: CellId, step: 1 | -1, canFill: (cell: CellId) => boolean): CellId | null {
  const order = columnOrder(map);
  for (let index = order.indexOf(from) + step; index >= 0 && index < order.length; index += step) {
    const cell = order[index];
    if (cell && canFill(cell)) return cell;
  }
  return null;
}

/** Figures column by column, from top to bottom; one that spans columns stands in its first. */
function columnOrder(map: GridMap): CellId[] {
  const order: CellId[] = [];
  for (let column = 0; column < map.columnCount; column += 1)
    for (let row = 0; row < map.rowCount; row += 1) {
      const cell = map.cellAt(row, column);
      if (cell && map.placeOf(cell)?.column === column) order.push(cell);
    }
  return order;
}
