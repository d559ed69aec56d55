import { findQuarter, updateQuarter } from '@/db/store';
import type { Day, Quarter } from '@/server/domain/periods';
import { notFound } from '@/server/views/access';
import { type CommandContext, runCommand } from '../command';
import { requireYearManager } from './year-manager';

/** Moves a quarter's due day. @throws Refused not_found, forbidden */
export async function setQuarterDue(context: CommandContext, input: { year: number; quarter: Quarter; dueOn: Day }): Promise<void> {
  await runCommand(context, 'year.manage', async (tx) => {
    await requireYearManager(tx, context, input.year);
    const quarter = await findQuarter(tx, input.year, input.quarter);
    if (!quarter) throw notFound();
    await updateQuarter(tx, input.year, input.quarter, { dueOn: input.dueOn });
    tx.record('quarter.changed', {
      year: input.year,
      quarter: input.quarter,
      before: { dueOn: quarter.dueOn },
      after: { dueOn: input.dueOn },
    });
  });
}
