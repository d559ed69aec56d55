import {
  findYear,
  insertIndicator,
  isCellFilled,
  listIndicatorKeys,
  listIndicators,
  type Reader,
  type StoredIndicator,
  type Unit,
  updateIndicator,
} from '@/db/store';
import { type IndicatorFacts, indicatorCell } from '@/server/domain/formats';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import { indicatorsToCarry } from '@/server/views/carried-indicators';
import { type CommandContext, type CommandTx, runCommand } from '../command';
import { requireFacts, requireKey, requireSameMeasure } from './indicator-facts';
import { requireYearManager } from './manage-years';

/** Takes the year's list for this transaction. @throws Refused not_found, forbidden */
async function requireList(
  tx: CommandTx,
  context: CommandContext,
  year: number,
): Promise<{ units: readonly Unit[]; list: StoredIndicator[] }> {
  await tx.lock(`indicators:${year}`);
  const units = await requireYearManager(tx, context, year);
  if (!(await findYear(tx, year))) throw notFound();
  return { units, list: await listIndicators(tx, year) };
}

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
    const { units, list } = await requireList(tx, context, input.year);
    const facts = requireFacts(input.facts, list, units);
    const key = await requireKey(tx, input.year, input.key ?? (await nextKey(tx)), facts);
    await add(tx, { ...facts, year: input.year, key, sort: nextSort(list), retiredAt: null });
    return { key };
  });
}

/**
 * Changes an indicator. Once a figure of it exists only its name, its definition and who is asked may change.
 *
 * @throws Refused not_found, forbidden, wrong_status (retired), invalid
 */
export async function changeIndicator(context: CommandContext, input: { year: number; key: string; facts: IndicatorFacts }): Promise<void> {
  await runCommand(context, 'year.manage', async (tx) => {
    const { units, list } = await requireList(tx, context, input.year);
    const before = requireLive(list, input.key);
    const facts = requireFacts(
      input.facts,
      list.filter((one) => one !== before),
      units,
    );
    if (await isCellFilled(tx, input.year, indicatorCell(before).id)) requireSameMeasure(before, facts);
    const changed = (Object.keys(facts) as (keyof IndicatorFacts)[]).filter(
      (fact) => JSON.stringify(facts[fact]) !== JSON.stringify(before[fact]),
    );
    if (changed.length === 0) return;
    await updateIndicator(tx, before, facts);
    tx.record('indicator.changed', {
      year: input.year,
      key: input.key,
      before: Object.fromEntries(changed.map((fact) => [fact, before[fact]])),
      after: Object.fromEntries(changed.map((fact) => [fact, facts[fact]])),
    });
  });
}

/**
 * Stops asking for an indicator. What was submitted keeps it, and so does the year's report; filings under work lose the question.
 *
 * @throws Refused not_found, forbidden, wrong_status (it is retired already)
 */
export async function retireIndicator(context: CommandContext, input: { year: number; key: string }): Promise<void> {
  await runCommand(context, 'year.manage', async (tx) => {
    const { list } = await requireList(tx, context, input.year);
    await updateIndicator(tx, requireLive(list, input.key), { retiredAt: context.now() });
    tx.record('indicator.retired', input);
  });
}

/** Puts the year's indicators into this order. @throws Refused not_found, forbidden, conflict (the list is another one by now) */
export async function orderIndicators(context: CommandContext, input: { year: number; keys: readonly string[] }): Promise<void> {
  await runCommand(context, 'year.manage', async (tx) => {
    const { list } = await requireList(tx, context, input.year);
    if (
      [...input.keys].sort().join() !==
      list
        .map((one) => one.key)
        .sort()
        .join()
    )
      throw new Refused('conflict', {
        zh: '指标清单刚刚有变化，顺序没有保存。请刷新后再排。',
        en: 'The list has just changed, so the order was not saved. Reload and order it again.',
      });
    for (const one of list) {
      const sort = input.keys.indexOf(one.key) + 1;
      if (sort === one.sort) continue;
      await updateIndicator(tx, one, { sort });
      tx.record('indicator.changed', { year: input.year, key: one.key, before: { sort: one.sort }, after: { sort } });
    }
  });
}

/**
 * Takes over the indicators of the year before that are still asked for, under their keys, without those this year has. Units
 * that no longer file are left out of who is asked; an indicator that nobody is left to answer is not taken.
 *
 * @returns how many were taken
 * @throws Refused not_found, forbidden, invalid (there is nothing to take)
 */
export async function copyIndicators(context: CommandContext, input: { year: number }): Promise<{ taken: number }> {
  return runCommand(context, 'year.manage', async (tx) => {
    const { units, list } = await requireList(tx, context, input.year);
    const taken = indicatorsToCarry(await listIndicators(tx, input.year - 1), list, units).flatMap(({ indicator, state }) =>
      state === 'new' ? [{ ...indicator, year: input.year }] : [],
    );
    if (taken.length === 0)
      throw new Refused('invalid', {
        zh: `${input.year - 1} 年度没有可以沿用的自设指标（没有设，或者本年度都已经有了）。`,
        en: `${input.year - 1} has no indicators to take over: it had none, or this year has them all.`,
      });
    await writeCarriedIndicators(tx, input.year, taken);
    return { taken: taken.length };
  });
}

/** Puts carried indicators behind a year's list, under their keys. */
export async function writeCarriedIndicators(tx: CommandTx, year: number, carried: readonly StoredIndicator[]): Promise<void> {
  const next = nextSort(await listIndicators(tx, year));
  for (const [index, one] of carried.entries()) await add(tx, { ...one, year, sort: next + index });
}

async function add(tx: CommandTx, indicator: StoredIndicator): Promise<void> {
  await insertIndicator(tx, indicator);
  const { year, key, retiredAt: _, ...after } = indicator;
  tx.record('indicator.defined', { year, key, after });
}

function requireLive(list: readonly StoredIndicator[], key: string): StoredIndicator {
  const found = list.find((one) => one.key === key);
  if (!found) throw notFound();
  if (found.retiredAt !== null)
    throw new Refused('wrong_status', {
      zh: `“${found.name}”已经停用。停用后不能再改，需要时请另设新指标。`,
      en: `"${found.name}" is retired and cannot be changed any more; define another if it is needed.`,
    });
  return found;
}

function nextSort(list: readonly StoredIndicator[]): number {
  return Math.max(0, ...list.map((one) => one.sort)) + 1;
}

/** `i1`, `i2`, …: never one that any year has had. */
async function nextKey(reader: Reader): Promise<string> {
  const numbers = (await listIndicatorKeys(reader)).map((key) => Number(/^i(\d+)$/.exec(key)?.[1] ?? 0));
  return `i${Math.max(0, ...numbers) + 1}`;
}
