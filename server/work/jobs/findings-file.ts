import type { ReportFile } from '@/server/commands/export/report-file';
import type { Overlay } from '@/server/domain/checks';
import type { FoundFilter } from '@/server/domain/workflow';
import { type FindingsKind, findingsBytes, findingsType } from '@/server/files/findings-list';
import { loadYearFindings, type YearFindings } from '@/server/queries/year-findings';
import type { Actor } from '@/server/views/access';
import type { Job } from '../job';

interface Asked {
  actor: Actor;
  now: Date;
  overlay: Overlay | null;
  of: { year: number; filter: FoundFilter; kind: FindingsKind };
}

/** The findings of a year over all units, filtered as the page is, as a list. */
export const findingsFile: Job<Asked, YearFindings, ReportFile> = {
  lane: 'file',
  load: (reader, { actor, now, overlay, of: { year, filter } }) =>
    loadYearFindings(reader, actor, { year, ...filter, page: null }, { now, overlay, max: Number.POSITIVE_INFINITY }),
  make: async (findings, { of: { year, kind } }) => ({
    name: `${year}年各单位核对结果.${kind}`,
    contentType: findingsType[kind],
    bytes: await findingsBytes(findings, kind),
  }),
};
