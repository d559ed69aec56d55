import { findQuarter, listFilings, partsOf, setFilingStatuses } from '@/db/store';
import type { Quarter } from '@/server/domain/periods';
import { counted } from '@/server/domain/plural';
import { nextStatus } from '@/server/domain/workflow';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import { type CommandContext, runCommand } from '../command';
import { filingObject } from '../filing/filing-access';
import { requireYearManager } from './year-manager';

/** Closes a quarter: every approved filing of it is locked. @throws Refused not_found, forbidden, wrong_status (something is not approved yet) */
export async function lockQuarter(context: CommandContext, input: { year: number; quarter: Quarter }): Promise<void> {
  await runCommand(context, 'year.manage', async (tx) => {
    await requireYearManager(tx, context, input.year);
    if (!(await findQuarter(tx, input.year, input.quarter))) throw notFound();
    const filings = await listFilings(tx, { year: input.year, quarter: input.quarter });
    if (filings.length === 0)
      throw new Refused('wrong_status', {
        zh: '本季度还没有开放填报，不能关闭。',
        en: 'This quarter was never opened; there is nothing to close.',
      });
    const unfinished = filings.filter((filing) => filing.status !== 'approved' && filing.status !== 'locked');
    if (unfinished.length > 0)
      throw new Refused('wrong_status', {
        zh: `还有 ${unfinished.length} 个单位未通过审核，不能关闭本季度：${unfinished
          .slice(0, 3)
          .map((filing) => filing.unitName)
          .join('、')}等。`,
        en: `${counted(unfinished.length, 'unit is', 'units are')} not approved yet; the quarter cannot be closed.`,
      });
    const toLock = filings.filter((filing) => nextStatus(filing.status, 'lock') !== null);
    await setFilingStatuses(
      tx,
      toLock.map(({ id }) => id),
      { status: 'locked', at: context.now() },
    );
    for await (const some of partsOf(toLock))
      for (const filing of some) tx.record('filing.locked', { number: filing.submissionNumber }, { object: filingObject(filing) });
  });
}
