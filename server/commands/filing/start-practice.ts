import { findPracticeOf, insertFiling, setFilingStatus } from '@/db/store';
import { Refused } from '@/server/errors';
import { type CommandContext, runCommand } from '../command';
import { filingObject, requireFiling } from './filing-access';

/**
 * Starts the practice of a quarter that is still to be filed, or goes on with the one there is. It is a filing of its own that
 * behaves like the real one and never counts.
 *
 * @param input.filingId the quarter itself
 * @throws Refused not_found, forbidden, invalid (it is practice itself, or the quarter is approved already)
 */
export async function startPractice(context: CommandContext, input: { filingId: string }): Promise<{ filingId: string }> {
  return runCommand(context, 'practice.start', async (tx) => {
    const filing = await requireFiling(tx, context, input.filingId, 'practice.start');
    if (filing.isPractice)
      throw new Refused('invalid', {
        zh: '这里已经是练习。要从头再来，请点“清空重来”。',
        en: 'This is practice already. To begin again, clear it.',
      });
    if (filing.status === 'approved' || filing.status === 'locked')
      throw new Refused('invalid', {
        zh: '本季度已通过审核，不能再练习。请从尚未通过的季度开始练习。',
        en: 'This quarter is approved; there is nothing left to practise for. Practise with a quarter that is not.',
      });
    const known = await findPracticeOf(tx, filing.unitId, filing.year, filing.quarter);
    if (known && known.status !== 'locked') return { filingId: known.id };
    const at = context.now();
    const id = known?.id ?? context.newId();
    if (known) await setFilingStatus(tx, id, { status: 'open', at });
    else await insertFiling(tx, { id, unitId: filing.unitId, year: filing.year, quarter: filing.quarter, isPractice: true, at });
    tx.record('practice.started', { quarter: filing.quarter }, { object: filingObject({ ...filing, id, isPractice: true }) });
    return { filingId: id };
  });
}
