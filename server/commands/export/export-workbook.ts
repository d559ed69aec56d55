import { workOf } from '@/server/work';
import type { CommandContext } from '../command';
import { filingLock, requireFiling } from '../filing/filing-access';
import { madeAndRecorded } from './made-and-recorded';
import type { ReportFile } from './report-file';

/** The workbook of a quarter, for whoever may read it. Taking it out is recorded. @throws Refused not_found, too_many, work_failed */
export function exportWorkbook(context: CommandContext, filingId: string): Promise<ReportFile> {
  return madeAndRecorded(
    context,
    { act: 'filing.read', only: filingLock(filingId) },
    {
      require: (tx, asked) => requireFiling(tx, asked, filingId, 'filing.read'),
      make: () => workOf(context).do('quarter-workbook', { filingId }),
      record: (tx, { hash }) => tx.record('workbook.taken_out', { hash }),
    },
  );
}
