import { findQuarter, listFilings, updateQuarter } from '@/db/store';
import { dueOf, isOver } from '@/server/domain/deadlines';
import { type Day, dayAt, type Quarter } from '@/server/domain/periods';
import { notFound } from '@/server/views/access';
import { type CommandContext, runCommand } from '../command';
import { requireDueDay, requireNotLate } from './due-day';
import { requireMergedChange } from './merged-change';
import { requireYearManager } from './year-manager';

/**
 * Moves a quarter's due day.
 *
 * @param input.seen the day that was on the screen
 * @param input.isLateMeant said of a day that is over: units in hand are late at once
 * @throws Refused not_found, forbidden, invalid (a day that cannot be meant; units would be late at once and nobody said that this is meant),
 *   conflict (somebody else moved it since)
 */
export async function setQuarterDue(
  context: CommandContext,
  input: { year: number; quarter: Quarter; dueOn: Day; seen?: Day | undefined; isLateMeant?: boolean | undefined },
): Promise<void> {
  await runCommand(context, 'year.manage', async (tx) => {
    await requireYearManager(tx, context, input.year);
    const quarter = await findQuarter(tx, input.year, input.quarter);
    if (!quarter) throw notFound();
    const { dueOn } = await requireMergedChange<{ dueOn: Day }>(tx, {
      stored: { dueOn: quarter.dueOn },
      seen: { dueOn: input.seen ?? quarter.dueOn },
      wanted: { dueOn: input.dueOn },
      event: {
        kind: 'quarter.changed',
        objectType: 'year',
        objectId: String(input.year),
        isOf: (payload) => payload.quarter === input.quarter,
      },
      names: { dueOn: { zh: '期限', en: 'due day' } },
      print: (_, day) => ({ zh: String(day), en: String(day) }),
    });
    if (dueOn === undefined) return;
    const period = { year: input.year, quarter: input.quarter };
    requireDueDay(context, period, dueOn);
    const inHand = await listFilings(tx, { ...period, statuses: ['open', 'returned'] });
    const today = dayAt(context.now());
    const late = inHand.filter(({ extension }) => isOver(dueOf({ quarterDueOn: dueOn, extendedTo: extension?.until ?? null }), today));
    requireNotLate(context, { period, dueOn, units: late.length, isLateMeant: input.isLateMeant });
    await updateQuarter(tx, input.year, input.quarter, { dueOn });
    tx.record('quarter.changed', {
      year: input.year,
      quarter: input.quarter,
      before: { dueOn: quarter.dueOn },
      after: { dueOn },
    });
  });
}
