import { listYears } from '@/db/store';
import { dayAt, isExpectedYear, nextYear } from '@/server/domain/periods';
import { Refused } from '@/server/errors';
import type { CommandContext, CommandTx } from '../command';

/**
 * Lets a year be made that is the next one, or that somebody has said is meant: a year typed by slip would be everybody's.
 *
 * @throws Refused invalid with `{ expected }`, the year that comes next
 */
export async function requireExpectedYear(
  tx: CommandTx,
  context: CommandContext,
  { year, isMeant }: { year: number; isMeant?: boolean | undefined },
): Promise<void> {
  if (isMeant) return;
  const years = (await listYears(tx)).map((one) => one.year);
  const today = dayAt(context.now());
  if (isExpectedYear(years, year, today)) return;
  const expected = nextYear(years, today);
  throw new Refused(
    'invalid',
    {
      zh: `今天是 ${today}，接下来应建立的是 ${expected} 年度，不是 ${year} 年度，没有建立。确实要建立 ${year} 年度的，请确认后再建立。`,
      en: `Today is ${today}; the year to come next is ${expected}, not ${year}, so nothing was created. If ${year} is meant, confirm it and create it again.`,
    },
    { expected },
  );
}
