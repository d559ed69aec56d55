import type { ReportFile } from '@/server/commands/export/report-file';
import type { Scope } from '@/server/domain/subject';
import type { MeasureKey } from '@/server/domain/trends';
import { measureNames, trendsCsv, unitTrendsCsv } from '@/server/files/trends-csv';
import { loadTrends, loadUnitTrends, type Trends, type UnitTrends } from '@/server/queries/trends';
import type { Actor } from '@/server/views/access';
import type { Job } from '../job';

const contentType = 'text/csv; charset=utf-8';

/** The trends of a report as a list. */
export const trendsFile: Job<{ actor: Actor; of: { unitId: string; scope: Scope } }, Trends, ReportFile> = {
  lane: 'file',
  load: (reader, { actor, of }) => loadTrends(reader, actor, of),
  make: (trends) => ({ name: `${trends.organ}历年数据.csv`, contentType, bytes: trendsCsv(trends) }),
};

/** One measure of all units of a year as a list. */
export const unitTrendsFile: Job<{ actor: Actor; of: { unitId: string; year: number; measure: MeasureKey } }, UnitTrends, ReportFile> = {
  lane: 'file',
  load: (reader, { actor, of }) => loadUnitTrends(reader, actor, { ...of, limit: Number.POSITIVE_INFINITY }),
  make: (units, { of }) => ({ name: `${of.year}年各单位${measureNames[of.measure]}.csv`, contentType, bytes: unitTrendsCsv(units) }),
};
