import { workOf } from '@/server/work';
import type { CommandContext } from '../command';
import { filingLock, requireFiling } from '../filing/filing-access';
import type { CheckReportKind } from './check-report-file';
import { madeAndRecorded } from './made-and-recorded';
import type { ReportFile } from './report-file';

/** The printed proof of a filing's check, as it stands. Taking it out is recorded. @throws Refused not_found, too_many, work_failed */
export function exportFilingCheck(
  context: CommandContext,
  { filingId, kind }: { filingId: string; kind: CheckReportKind },
): Promise<ReportFile> {
  return madeAndRecorded(
    context,
    { act: 'filing.read', only: filingLock(filingId) },
    {
      require: (tx, asked) => requireFiling(tx, asked, filingId, 'filing.read'),
      make: () => workOf(context).do('filing-check-file', { filingId, kind, at: context.now(), overlay: context.overlay }),
      record: (tx, { hash }) => tx.record('filing.checked', { kind, hash }),
    },
  );
}
