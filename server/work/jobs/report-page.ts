import type { Overlay } from '@/server/domain/checks';
import type { ReportKey } from '@/server/domain/subject';
import { loadReportPage, type ReportPage } from '@/server/queries/report';
import type { Actor } from '@/server/views/access';
import { asLoaded, type Job } from '../job';

/** The page of a report: every rule over every text, and the whole year behind it. */
export const reportPage: Job<{ actor: Actor; key: ReportKey; overlay: Overlay | null }, ReportPage, ReportPage> = {
  lane: 'page',
  load: (reader, { actor, key, overlay }) => loadReportPage(reader, actor, key, overlay),
  make: asLoaded,
};
