import type { CellId } from '@/server/domain/formats';
import type { GridMap } from './grid-map';

export type Move = 'up' | 'down' | 'left' | 'right' | 'enter' | 'enter_back' | 'first' | 'last';

const steps = { up: [-1, 0], down: [1, 0], left: [0, -1], right: [0, 1] } as const;

/**
 * Where the focus goes from a cell. Arrows go to the next figure in that direction, read-only ones too, and stop at the edge.
 * Enter goes to the next cell of the column that can be filled in, and stays where there is none.
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
      return enterFrom(map, { ...(map.placeOf(from) ?? { row: 0, column: 0 }), cell: from }, move === 'enter' ? 1 : -1, canFill);
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

/**
 * From a row down a column, or up, to the next cell that can be filled in.
 *
 * @param from `cell`: the one that is left, wherever it stands in the row
 */
export function enterFrom(
  map: GridMap,
  from: { row: number; column: number; cell: CellId },
  step: 1 | -1,
  canFill: (cell: CellId) => boolean,
): CellId | null {
  for (let row = from.row + step; row >= 0 && row < map.rowCount; row += step) {
    const cell = map.cellAt(row, from.column);
    if (cell && cell !== from.cell && canFill(cell)) return cell;
  }
  return null;
}
