import { findUnit, type Reader } from '@/db/store';
import type { CommandContext } from '@/server/commands/command';
import type { ReportFile } from '@/server/commands/export/report-file';
import type { Scope } from '@/server/domain/subject';
import type { MeasureKey } from '@/server/domain/trends';
import { loadTrends, loadUnitTrends } from '@/server/queries/trends';
import { notFound, requirePermission } from '@/server/views/access';
import { measureNames, trendsCsv, unitTrendsCsv } from './trends-csv';

const contentType = 'text/csv; charset=utf-8';

/** The trends of a report as a list. @throws Refused not_found, forbidden */
export async function exportTrends(context: CommandContext, of: { unitId: string; scope: Scope }): Promise<ReportFile> {
  await requireExport(context.store.read, context, of.unitId);
  const trends = await loadTrends(context.store.read, context.actor, of);
  return { name: `${trends.organ}历年数据.csv`, contentType, bytes: trendsCsv(trends) };
}

/** One measure of all units of a year as a list. @throws Refused not_found, forbidden */
export async function exportUnitTrends(
  context: CommandContext,
  of: { unitId: string; year: number; measure: MeasureKey },
): Promise<ReportFile> {
  await requireExport(context.store.read, context, of.unitId);
  const units = await loadUnitTrends(context.store.read, context.actor, { ...of, limit: Number.POSITIVE_INFINITY });
  return { name: `${of.year}年各单位${measureNames[of.measure]}.csv`, contentType, bytes: unitTrendsCsv(units) };
}

async function requireExport(reader: Reader, { actor }: CommandContext, unitId: string): Promise<void> {
  const unit = await findUnit(reader, unitId);
  if (!unit) throw notFound();
  requirePermission(actor, 'report.export', { unitPath: unit.path, status: null });
}
