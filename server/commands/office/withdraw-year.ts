import { deleteYear, findYear, listFilings, listIndicators, whatYearHolds, type YearHolding } from '@/db/store';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import { type CommandContext, runCommand } from '../command';
import { requireYearManager } from './year-manager';

const held: Record<YearHolding, { zh: string; en: string }> = {
  filings: { zh: '已填写的报送', en: 'filings somebody has worked on' },
  openings: { zh: '期初数', en: 'opening balances' },
  reports: { zh: '年度报告', en: 'a report' },
  contributions: { zh: '素材征集', en: 'requests for contributions' },
};

/**
 * Takes back a year in which nobody has put anything: the year, its quarters, the tasks it gave and its indicators. The log keeps that it
 * was there. Without this a year typed by slip would stay for ever.
 *
 * @throws Refused not_found, forbidden, invalid with `{ holds }` (there is something in it)
 */
export async function withdrawYear(context: CommandContext, { year }: { year: number }): Promise<void> {
  await runCommand(context, 'year.manage', async (tx) => {
    await tx.lock(`year:${year}`);
    await requireYearManager(tx, context, year);
    if (!(await findYear(tx, year))) throw notFound();
    const holds = await whatYearHolds(tx, year);
    if (holds.length > 0)
      throw new Refused(
        'invalid',
        {
          zh: `${year} 年度已有${holds.map((one) => held[one].zh).join('、')}，不能撤销。`,
          en: `The year ${year} has ${holds.map((one) => held[one].en).join(', ')}; it cannot be withdrawn.`,
        },
        { holds },
      );
    const filings = await listFilings(tx, { year });
    const indicators = await listIndicators(tx, year);
    await deleteYear(tx, year);
    tx.record('year.withdrawn', { year, filings: filings.length, indicators: indicators.map((one) => one.name) });
  });
}
