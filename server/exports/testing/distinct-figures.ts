import type { Figure } from '@/server/domain/figures';
import type { CellId, Format } from '@/server/domain/formats';

/** A different value in every printed cell, computed ones included, in an order that depends on the seed. */
export function distinctFigures(format: Format, seed: number): Map<CellId, Figure> {
  const printed = [...format.cells.values()].filter((cell) => cell.isPrinted);
  let state = seed;
  const random = (): number => {
    state = (state * 48271) % 2147483647;
    return state;
  };
  const values = printed.map((_, index) => 100 + index * 7 + (random() % 7)).sort(() => (random() % 2 === 0 ? 1 : -1));
  return new Map(
    printed.map((cell, index): [CellId, Figure] => {
      const value = values[index] ?? 0;
      if (cell.quantity === 'count') return [cell.id, { state: 'number', value: cell.mayBeNegative ? -value : value, decimals: 0 }];
      const decimals = cell.quantity === 'yuan' ? 2 : 6;
      return [cell.id, { state: 'number', value: value * 1_000_000 + 10 + (random() % 90), decimals }];
    }),
  );
}
