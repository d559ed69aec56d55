import type { ExportKind } from '@/server/domain/report/export-kinds';
import type { ReportKey } from '@/server/domain/subject';
import { workOf } from '@/server/work';
import type { OutputOf } from '@/server/work/jobs';
import type { PressedFace } from '@/server/work/jobs/pressed-face';
import type { CommandContext } from '../command';
import { reportLock, requireReport } from '../report/report-access';
import { madeAndRecorded } from './made-and-recorded';
import type { ReportFile } from './report-file';

/**
 * A face of an edition, or of the draft as it stands. Taking a file out is recorded, with the content hash of what left.
 *
 * @throws Refused not_found, forbidden, invalid (an imported edition with unknown cells has no face), too_many, work_failed
 */
export function exportReport(context: CommandContext, asked: Asked): Promise<ReportFile> {
  return takenOut(context, asked, 'report-face');
}

/** The same, as it lies in a zip of many. */
export function exportPressedReport(context: CommandContext, asked: Asked): Promise<PressedFace> {
  return takenOut(context, asked, 'pressed-face');
}

type Asked = ReportKey & { edition: number | 'draft'; kind: ExportKind };

function takenOut<N extends 'report-face' | 'pressed-face'>(context: CommandContext, asked: Asked, job: N): Promise<OutputOf<N>> {
  const { edition, kind, ...key } = asked;
  return madeAndRecorded(
    context,
    { act: 'report.export', only: reportLock(key) },
    {
      require: (tx, asking) => requireReport(tx, asking, key, 'report.export'),
      make: ({ id: reportId }) => workOf(context).do(job, { key, reportId, edition, kind, overlay: context.overlay }),
      record: (tx, made) => tx.record('report.exported', { edition: made.edition, kind, hash: made.hash }),
    },
  );
}
