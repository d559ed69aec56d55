import { findUnit } from '@/db/store';
import { counted } from '@/server/domain/plural';
import { misfitsOf, type Problem, parseReportJson, problemLine } from '@/server/domain/reading';
import { Refused } from '@/server/errors';
import { notFound, requirePermission } from '@/server/views/access';
import { scopesOf } from '@/server/views/report-units';
import { type CommandContext, runCommand } from '../command';
import { requireReason } from '../require-words';
import { writeAdoptedEdition } from './adopted-edition';

/** UTF-16 units. A report is some tens of thousands; what is larger is somebody's mistake, or nobody's friend. */
export const maxOfAReport = 400_000;

/**
 * Adopts a published report from its file, as `importEdition` does, with a reason. The file is read here again, whatever the
 * browser said of it: all of it or nothing.
 *
 * @param input.year the year that is meant; null: the file's
 * @param input.isSameOrgan the person says that the file's organ is this unit under another name
 * @throws Refused not_found, forbidden, invalid (unreadable, another year, organ or scope, no reason, adopted already); details: problems
 */
export async function adoptReport(
  context: CommandContext,
  input: { changeId: string; unitId: string; year: number | null; file: string; json: string; reason: string; isSameOrgan: boolean },
): Promise<{ number: number; hash: string }> {
  return runCommand(context, 'report.import', async (tx) => {
    const unit = await findUnit(tx, input.unitId);
    if (!unit) throw notFound();
    tx.about({ type: 'unit', id: unit.id, unitId: unit.id, period: input.year === null ? null : String(input.year) });
    requirePermission(context.actor, 'report.import', { unitPath: unit.path, status: null });
    requireReason(input.reason);
    const read = parseReportJson(input.json);
    if (!read.ok) throw unfit(input.file, read.problems);
    const { year, isSameOrgan } = input;
    const misfits = misfitsOf(read.value.content, { organ: unit.name, year, isSameOrgan, scopes: scopesOf(unit) });
    if (misfits.length > 0) throw unfit(input.file, misfits);
    const { changeId, file, reason } = input;
    return writeAdoptedEdition(tx, context, unit.id, { ...read.value, changeId, file, reason });
  });
}

function unfit(file: string, problems: readonly Problem[]): Refused {
  const [first] = problems;
  return new Refused(
    'invalid',
    {
      zh: `“${file}”没有采用，${problems.length} 处有问题。${first ? problemLine(first) : ''}`,
      en: `“${file}” was not adopted; ${counted(problems.length, 'thing is', 'things are')} wrong. ${first ? problemLine(first, 'en') : ''}`,
    },
    { problems },
  );
}
