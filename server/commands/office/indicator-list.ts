import { findYear, insertIndicator, listIndicators, type StoredIndicator, type Unit } from '@/db/store';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import type { CommandContext, CommandTx } from '../command';
import { requireYearManager } from './year-manager';

/** Takes the year's list for this transaction. @throws Refused not_found, forbidden */
export async function requireIndicators(
  tx: CommandTx,
  context: CommandContext,
  year: number,
): Promise<{ units: readonly Unit[]; list: StoredIndicator[] }> {
  await tx.lock(`indicators:${year}`);
  const units = await requireYearManager(tx, context, year);
  if (!(await findYear(tx, year))) throw notFound();
  return { units, list: await listIndicators(tx, year) };
}

/** @throws Refused not_found, wrong_status (retired) */
export function requireLiveIndicator(list: readonly StoredIndicator[], key: string): StoredIndicator {
  const found = list.find((one) => one.key === key);
  if (!found) throw notFound();
  if (found.retiredAt !== null)
    throw new Refused('wrong_status', {
      zh: `“${found.name}”已经停用。停用后不能再改，需要时请另设新指标。`,
      en: `"${found.name}" is retired and cannot be changed any more; define another if it is needed.`,
    });
  return found;
}

/** Puts carried indicators behind a year's list, under their keys. */
export async function writeCarriedIndicators(tx: CommandTx, year: number, carried: readonly StoredIndicator[]): Promise<void> {
  const next = nextSort(await listIndicators(tx, year));
  for (const [index, one] of carried.entries()) await addIndicator(tx, { ...one, year, sort: next + index });
}

/** Puts an indicator into a year's list, with its event. */
export async function addIndicator(tx: CommandTx, indicator: StoredIndicator): Promise<void> {
  await insertIndicator(tx, indicator);
  const { year, key, retiredAt: _, ...after } = indicator;
  tx.record('indicator.defined', { year, key, after });
}

/** The place behind the last of a list. */
export function nextSort(list: readonly StoredIndicator[]): number {
  return Math.max(0, ...list.map((one) => one.sort)) + 1;
}
