import type { ExportKind, FaceKind } from '@/server/domain/report/export-kinds';
import type { ReportKey } from '@/server/domain/subject';
import { Refused } from '@/server/errors';
import { workOf } from '@/server/work';
import type { PressedOrNot } from '@/server/work/jobs/pressed-faces';
import type { CommandContext, CommandTx } from '../command';
import { reportLock, requireReport } from '../report/report-access';
import { madeAndRecorded } from './made-and-recorded';
import type { ReportFile } from './report-file';

type Asked = ReportKey & { edition: number | 'draft' };

/**
 * A face of an edition, or of the draft as it stands. Taking a file out is recorded, with the content hash of what left.
 *
 * @throws Refused not_found, forbidden, invalid (an imported edition with unknown cells has no face), too_many, work_failed
 */
export function exportReport(context: CommandContext, { kind, ...asked }: Asked & { kind: ExportKind }): Promise<ReportFile> {
  const { edition, ...key } = asked;
  return takenOut(context, key, {
    make: (reportId) => workOf(context).do('report-face', { key, reportId, edition, kind, overlay: context.overlay }),
    record: (tx, made) => tx.record('report.exported', { edition: made.edition, kind, hash: made.hash }),
  });
}

/** Several faces as they lie in a zip of many. Each that leaves is recorded as a single one would be, and each that cannot be made refused as one. */
export async function exportPressedReports(
  context: CommandContext,
  { kinds, edition, ...key }: Asked & { kinds: readonly FaceKind[] },
): Promise<PressedOrNot[]> {
  const made = await takenOut(context, key, {
    make: (reportId) => workOf(context).do('pressed-faces', { key, reportId, edition, kinds, overlay: context.overlay }),
    record(tx, all) {
      for (const one of all)
        if ('face' in one) tx.record('report.exported', { edition: one.face.edition, kind: one.kind, hash: one.face.hash });
    },
  });
  for (const one of made)
    if ('refused' in one) {
      const { code, sentence, details } = one.refused;
      const refused = new Refused(code, sentence, details);
      await takenOut(context, key, { make: () => Promise.reject(refused), record: () => {} }).catch((error: unknown) => {
        if (error !== refused) throw error;
      });
    }
  return made;
}

function takenOut<Made extends object>(
  context: CommandContext,
  key: ReportKey,
  { make, record }: { make: (reportId: string) => Promise<Made>; record: (tx: CommandTx, made: Made) => void },
): Promise<Made> {
  return madeAndRecorded(
    context,
    { act: 'report.export', only: reportLock(key) },
    {
      require: (tx, asking) => requireReport(tx, asking, key, 'report.export'),
      make: ({ id }) => make(id),
      record,
    },
  );
}
