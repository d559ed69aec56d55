import { findQuarter, insertFiling, isOpenDuring, listFilings, updateQuarter } from '@/db/store';
import { type Day, firstDay, lastDay, type Quarter } from '@/server/domain/periods';
import { notFound } from '@/server/views/access';
import { isFiler } from '@/server/views/report-units';
import { type CommandContext, runCommand } from '../command';
import { requireDueDay, requireNotLate } from './due-day';
import { requireYearManager } from './year-manager';

/**
 * Opens a quarter: every unit that exists in it gets its filing, once. Opening again adds the units that came since.
 *
 * @param input.dueOn another due day than the one that was set
 * @param input.isLateMeant said of a quarter whose due day is over: its units are late from the first day
 * @throws Refused not_found, forbidden, invalid (units would be late at once and nobody said that this is meant; a due day that cannot be meant)
 */
export async function openQuarter(
  context: CommandContext,
  input: { year: number; quarter: Quarter; dueOn?: Day | undefined; isLateMeant?: boolean | undefined },
): Promise<void> {
  await runCommand(context, 'year.manage', async (tx) => {
    const units = await requireYearManager(tx, context, input.year);
    const quarter = await findQuarter(tx, input.year, input.quarter);
    if (!quarter) throw notFound();
    const at = context.now();
    const period = { year: input.year, quarter: input.quarter };
    const dueOn = input.dueOn ?? quarter.dueOn;
    const moved = dueOn !== quarter.dueOn;
    if (moved) requireDueDay(context, period, dueOn);
    const known = new Set((await listFilings(tx, period)).map((one) => one.unitId));
    const added = units.filter(
      (one) =>
        !known.has(one.id) && isFiler(one) && isOpenDuring(one, firstDay(input.year, input.quarter), lastDay(input.year, input.quarter)),
    );
    requireNotLate(context, { period, dueOn, units: added.length, isLateMeant: input.isLateMeant });
    for (const unit of added) await insertFiling(tx, { id: context.newId(), unitId: unit.id, ...period, at });
    if (!quarter.openedAt || moved)
      await updateQuarter(tx, input.year, input.quarter, { ...(quarter.openedAt ? {} : { openedAt: at }), ...(moved ? { dueOn } : {}) });
    tx.record('quarter.changed', {
      ...period,
      before: { openedAt: quarter.openedAt?.toISOString() ?? null, ...(moved ? { dueOn: quarter.dueOn } : {}) },
      after: { openedAt: at.toISOString(), ...(moved ? { dueOn } : {}) },
    });
  });
}
