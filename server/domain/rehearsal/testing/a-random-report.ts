import { count, type Figure, maxDecimals, withComputed } from '../../figures';
import { type CellId, type Format, leafCells } from '../../formats';
import { type SeededRandom, seededRandom } from '../../seeded-random';
import type { ReportContent } from '../../subject';
import { balancesOf } from '../balances';

/**
 * A report that satisfies every rule, drawn by chance: quiet and busy years, empty columns, fees with odd decimals, decisions
 * by the million. Form-only cells are left out, as they are in print.
 *
 * @param differences added to leaves afterwards, to break what the test is about; totals follow
 */
export function aRandomReport(
  format: Format,
  seed: number,
  { scope = 'consolidated', differences = {} }: { scope?: ReportContent['scope']; differences?: Record<CellId, number> } = {},
): ReportContent {
  const random = seededRandom(seed);
  const leaves = new Map<CellId, Figure>();
  for (const cell of leafCells(format)) {
    if (cell.quantity !== 'count') leaves.set(cell.id, aSum(maxDecimals[cell.quantity], random));
    else leaves.set(cell.id, count(cell.mayBeNegative ? upTo(20, random) - 10 : aCount(random)));
  }
  for (const balance of balancesOf(format)) {
    const exits = [...balance.outflows, balance.closing].map((cell) => valueIn(leaves, cell));
    const all = exits.reduce((sum, exit) => sum + exit, 0);
    const came = balance.rule === 'q-stock' ? Math.min(valueIn(leaves, balance.inflow), all) : upTo(all, random);
    leaves.set(balance.inflow, count(came));
    leaves.set(balance.opening, count(all - came));
  }
  for (const [cell, difference] of Object.entries(differences)) leaves.set(cell, count(valueIn(leaves, cell) + difference));
  for (const cell of format.cells.values()) if (cell.table === 'internal') leaves.delete(cell.id);
  return { organ: '示例区人民政府', year: 2023, scope, figures: withComputed(format, leaves), texts: {} };
}

function aCount(random: SeededRandom): number {
  const size = random.next();
  if (size < 0.4) return 0;
  return upTo(size < 0.8 ? 6 : size < 0.98 ? 900 : 3_000_000, random);
}

/** In 分, printed with any number of decimals that the unit allows, trailing zeros among them. */
function aSum(most: number, random: SeededRandom): Figure {
  const decimals = upTo(most, random);
  const steps = random.next() < 0.3 ? 0 : upTo(9_000_000, random);
  return { state: 'number', value: steps * 10 ** (most - decimals), decimals };
}

function upTo(most: number, random: SeededRandom): number {
  return Math.floor(random.next() * (most + 1));
}

function valueIn(leaves: ReadonlyMap<CellId, Figure>, cell: CellId): number {
  const figure = leaves.get(cell);
  return figure?.state === 'number' ? figure.value : 0;
}
