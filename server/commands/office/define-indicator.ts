import { listIndicatorKeys, type Reader } from '@/db/store';
import type { IndicatorFacts } from '@/server/domain/formats';
import { type CommandContext, runCommand } from '../command';
import { requireFacts, requireKey } from './indicator-facts';
import { addIndicator, nextSort, requireIndicators } from './indicator-list';

/**
 * Adds an indicator at the end of a year's list. Units are asked from now on: filings under work show it at once, those that
 * are submitted stay as they are.
 *
 * @param input.key left out: the next free one
 * @throws Refused not_found, forbidden, invalid
 */
export async function defineIndicator(
  context: CommandContext,
  input: { year: number; key?: string | undefined; facts: IndicatorFacts },
): Promise<{ key: string }> {
  return runCommand(context, 'year.manage', async (tx) => {
    const { units, list } = await requireIndicators(tx, context, input.year);
    const facts = requireFacts(input.facts, list, units);
    const key = await requireKey(tx, input.year, input.key ?? (await nextKey(tx)), facts);
    await addIndicator(tx, { ...facts, year: input.year, key, sort: nextSort(list), retiredAt: null });
    return { key };
  });
}

/** `i1`, `i2`, …: never one that any year has had. */
async function nextKey(reader: Reader): Promise<string> {
  const numbers = (await listIndicatorKeys(reader)).map((key) => Number(/^i(\d+)$/.exec(key)?.[1] ?? 0));
  return `i${Math.max(0, ...numbers) + 1}`;
}
