import type { ExportKind } from '@/server/domain/report/export-kinds';
import type { ReportKey } from '@/server/domain/subject';
import { workOf } from '@/server/work';
import type { CommandContext } from '../command';
import { reportLock, requireReport } from '../report/report-access';
import { madeAndRecorded } from './made-and-recorded';
import type { ReportFile } from './report-file';

/**
 * A face of an edition, or of the draft as it stands. Taking a file out is recorded, with the content hash of what left.
 *
 * @throws Refused not_found, forbidden, invalid (an imported edition with unknown cells has no face), too_many, work_failed
 */
export function exportReport(
  context: CommandContext,
  { unitId, year, scope, edition, kind }: ReportKey & { edition: number | 'draft'; kind: ExportKind },
): Promise<ReportFile> {
  const key = { unitId, year, scope };
  return madeAndRecorded(
    context,
    { act: 'report.export', only: reportLock(key) },
    {
      require: (tx, asking) => requireReport(tx, asking, key, 'report.export'),
      make: ({ id: reportId }) => workOf(context).do('report-face', { key, reportId, edition, kind, overlay: context.overlay }),
      record: (tx, made) => tx.record('report.exported', { edition: made.edition, kind, hash: made.hash }),
    },
  );
}
