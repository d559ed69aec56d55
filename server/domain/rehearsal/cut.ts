import type { SeededRandom } from '../seeded-random';

/**
 * Cuts a whole number into whole parts, about in proportion to the weights, each rounded up or down by chance so that
 * small numbers do not all fall into one part. Works by arithmetic: two million decisions cost as much as two.
 *
 * @param total a whole number; a negative one is cut into parts that are all zero or negative
 * @returns as many parts as weights; they sum to `total` exactly, and a part of weight 0 gets nothing unless all weights are 0
 */
export function cut(total: number, weights: readonly number[], random: SeededRandom): number[] {
  if (total < 0) return cut(-total, weights, random).map((part) => (part === 0 ? 0 : -part));
  const usable = weights.some((weight) => weight > 0) ? weights : weights.map(() => 1);
  const last = usable.findLastIndex((weight) => weight > 0);
  let left = total;
  let weightLeft = usable.reduce((sum, weight) => sum + weight, 0);
  return usable.map((weight, index) => {
    if (left === 0 || weight <= 0) return 0;
    const part = index === last ? left : Math.min(left, Math.floor((left * weight) / weightLeft + random.next()));
    left -= part;
    weightLeft -= weight;
    return part;
  });
}

/**
 * Takes `total` out of several stocks, about in proportion to them, never more than a stock holds.
 *
 * @param total at most the sum of the stocks
 */
export function takeFrom(total: number, stocks: readonly number[], random: SeededRandom): number[] {
  let left = total;
  let stockLeft = stocks.reduce((sum, stock) => sum + stock, 0);
  return stocks.map((stock) => {
    const others = stockLeft - stock;
    const wish = stockLeft === 0 ? 0 : Math.floor((left * stock) / stockLeft + random.next());
    const part = Math.min(stock, left, Math.max(wish, left - others));
    left -= part;
    stockLeft = others;
    return part;
  });
}
