import type { Overlay } from '@/server/domain/checks';
import type { ReportKey } from '@/server/domain/subject';
import { loadReportPage } from '@/server/queries/report';
import type { Actor } from '@/server/views/access';
import { pageJob } from '../job';

/** The page of a report: every rule over every text, and the whole year behind it. */
export const reportPage = pageJob((reader, { actor, key, overlay }: { actor: Actor; now: Date; key: ReportKey; overlay: Overlay | null }) =>
  loadReportPage(reader, actor, key, overlay),
);
