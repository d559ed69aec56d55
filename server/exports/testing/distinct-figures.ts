import type { Figure } from '@/server/domain/figures';
import type { CellId, Format } from '@/server/domain/formats';
import { seededRandom } from '@/server/domain/seeded-random';

/** A different value in every printed cell, computed ones included, in an order that depends on the seed. */
export function distinctFigures(format: Format, seed: number): Map<CellId, Figure> {
  const printed = [...format.cells.values()].filter((cell) => cell.isPrinted);
  const random = seededRandom(seed);
  const values = printed.map((_, index) => 100 + index * 7 + random.integer(0, 6)).sort(() => (random.chance(0.5) ? 1 : -1));
  return new Map(
    printed.map((cell, index): [CellId, Figure] => {
      const value = values[index] ?? 0;
      if (cell.quantity === 'count') return [cell.id, { state: 'number', value: cell.mayBeNegative ? -value : value, decimals: 0 }];
      const decimals = cell.quantity === 'yuan' ? 2 : 6;
      return [cell.id, { state: 'number', value: value * 1_000_000 + 10 + random.integer(0, 89), decimals }];
    }),
  );
}
