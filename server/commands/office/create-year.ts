import { findYear } from '@/db/store';
import { Refused } from '@/server/errors';
import { type CommandContext, runCommand } from '../command';
import { requireExpectedYear } from './expected-year';
import { type NewYear, writeYear } from './write-year';
import { requireYearManager } from './year-manager';

/**
 * Creates a year with its four quarters and their due days, so that they are known from the start.
 *
 * @param input.isMeant said of a year that is not the next one
 * @throws Refused forbidden, invalid (it exists; it is not the next one and nobody said that it is meant; a due day that cannot be meant)
 */
export async function createYear(
  context: CommandContext,
  { isMeant, ...input }: NewYear & { isMeant?: boolean | undefined },
): Promise<void> {
  await runCommand(context, 'year.manage', async (tx) => {
    await tx.lock(`year:${input.year}`);
    await requireYearManager(tx, context, input.year);
    if (await findYear(tx, input.year))
      throw new Refused('invalid', { zh: `${input.year} 年度已经建立。`, en: `The year ${input.year} exists already.` });
    await requireExpectedYear(tx, context, { year: input.year, isMeant });
    await writeYear(tx, context, input);
  });
}
