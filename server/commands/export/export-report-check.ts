import type { ReportKey } from '@/server/domain/subject';
import { workOf } from '@/server/work';
import type { CommandContext } from '../command';
import { reportLock, requireReport } from '../report/report-access';
import type { CheckReportKind } from './check-report-file';
import { madeAndRecorded } from './made-and-recorded';
import type { ReportFile } from './report-file';

/** The printed proof of the check of an annual report under work. Taking it out is recorded. @throws Refused not_found, too_many, work_failed */
export function exportReportCheck(context: CommandContext, asked: ReportKey & { kind: CheckReportKind }): Promise<ReportFile> {
  const { kind, ...key } = asked;
  return madeAndRecorded(
    context,
    { act: 'report.read', only: reportLock(key) },
    {
      require: (tx, asking) => requireReport(tx, asking, key, 'report.read'),
      make: () => workOf(context).do('report-check-file', { key, kind, at: context.now(), overlay: context.overlay }),
      record: (tx, { hash }) => tx.record('report.checked', { kind, hash }),
    },
  );
}
