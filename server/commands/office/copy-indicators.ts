import { listIndicators } from '@/db/store';
import { Refused } from '@/server/errors';
import { indicatorsToCarry } from '@/server/views/carried-indicators';
import { type CommandContext, runCommand } from '../command';
import { requireIndicators, writeCarriedIndicators } from './indicator-list';

/**
 * Takes over the indicators of the year before that are still asked for, under their keys, without those this year has. Units
 * that no longer file are left out of who is asked; an indicator that nobody is left to answer is not taken.
 *
 * @returns how many were taken
 * @throws Refused not_found, forbidden, invalid (there is nothing to take)
 */
export async function copyIndicators(context: CommandContext, input: { year: number }): Promise<{ taken: number }> {
  return runCommand(context, 'year.manage', async (tx) => {
    const { units, list } = await requireIndicators(tx, context, input.year);
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
