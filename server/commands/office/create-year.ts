import { findYear } from '@/db/store';
import { Refused } from '@/server/errors';
import { type CommandContext, runCommand } from '../command';
import { type NewYear, writeYear } from './write-year';
import { requireYearManager } from './year-manager';

/** Creates a year with its four quarters and their due days, so that they are known from the start. @throws Refused forbidden, invalid (it exists) */
export async function createYear(context: CommandContext, input: NewYear): Promise<void> {
  await runCommand(context, 'year.manage', async (tx) => {
    await requireYearManager(tx, context, input.year);
    if (await findYear(tx, input.year))
      throw new Refused('invalid', { zh: `${input.year} 年度已经建立。`, en: `The year ${input.year} exists already.` });
    await writeYear(tx, context, input);
  });
}
