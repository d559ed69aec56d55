import { findQuarter, insertFiling, isOpenDuring, updateQuarter } from '@/db/store';
import { firstDay, lastDay, type Quarter } from '@/server/domain/periods';
import { notFound } from '@/server/views/access';
import { isFiler } from '@/server/views/report-units';
import { type CommandContext, runCommand } from '../command';
import { requireYearManager } from './year-manager';

/**
 * Opens a quarter: every unit that exists in it gets its filing, once. Opening again adds the units that came since.
 *
 * @throws Refused not_found, forbidden
 */
export async function openQuarter(context: CommandContext, input: { year: number; quarter: Quarter }): Promise<void> {
  await runCommand(context, 'year.manage', async (tx) => {
    const units = await requireYearManager(tx, context, input.year);
    const quarter = await findQuarter(tx, input.year, input.quarter);
    if (!quarter) throw notFound();
    const at = context.now();
    for (const unit of units.filter(
      (one) => isFiler(one) && isOpenDuring(one, firstDay(input.year, input.quarter), lastDay(input.year, input.quarter)),
    ))
      await insertFiling(tx, { id: context.newId(), unitId: unit.id, year: input.year, quarter: input.quarter, at });
    if (!quarter.openedAt) await updateQuarter(tx, input.year, input.quarter, { openedAt: at });
    tx.record('quarter.changed', {
      year: input.year,
      quarter: input.quarter,
      before: { openedAt: quarter.openedAt?.toISOString() ?? null },
      after: { openedAt: at.toISOString() },
    });
  });
}
