import { findUnit } from '@/db/store';
import { actorNow } from '@/server/auth/actor-now';
import type { CommandContext } from '@/server/commands/command';
import type { ReportFile } from '@/server/commands/export/report-file';
import type { Scope } from '@/server/domain/subject';
import type { MeasureKey } from '@/server/domain/trends';
import { notFound, requirePermission } from '@/server/views/access';
import { workOf } from '@/server/work';

/** The trends of a report as a list. @throws Refused not_found, forbidden, too_many, work_failed */
export function exportTrends(context: CommandContext, of: { unitId: string; scope: Scope }): Promise<ReportFile> {
  return allowedTwice(context, of.unitId, () => workOf(context).do('trends-file', { actor: context.actor, of }));
}

/** One measure of all units of a year as a list. @throws Refused not_found, forbidden, too_many, work_failed */
export function exportUnitTrends(context: CommandContext, of: { unitId: string; year: number; measure: MeasureKey }): Promise<ReportFile> {
  return allowedTwice(context, of.unitId, () => workOf(context).do('unit-trends-file', { actor: context.actor, of }));
}

/** Whoever lost the right to it while it was made does not get it. */
async function allowedTwice(context: CommandContext, unitId: string, make: () => Promise<ReportFile>): Promise<ReportFile> {
  await requireExport(context, unitId);
  const file = await make();
  await requireExport(context, unitId);
  return file;
}

async function requireExport({ store, actor, now }: CommandContext, unitId: string): Promise<void> {
  const unit = await findUnit(store.read, unitId);
  if (!unit) throw notFound();
  requirePermission(await actorNow(store.read, actor, now()), 'report.export', { unitPath: unit.path, status: null });
}
