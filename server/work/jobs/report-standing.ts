import type { Overlay } from '@/server/domain/checks';
import type { ReportKey } from '@/server/domain/subject';
import type { Actor } from '@/server/views/access';
import { loadReportStanding, type ReportStanding } from '@/server/views/own-reports-view';
import { asLoaded, type Job } from '../job';

/** Whether a report could be finalised as it stands, asked for one unit after another when all are packed. */
export const reportStanding: Job<{ actor: Actor; key: ReportKey; overlay: Overlay | null }, ReportStanding, ReportStanding> = {
  lane: 'file',
  load: (reader, { actor, key, overlay }) => loadReportStanding(reader, actor, key, overlay),
  make: asLoaded,
};

/** The same for the page of all own reports, which asks for one after another; as many as there are units, so none is kept. */
export const shownStanding: typeof reportStanding = { ...reportStanding, lane: 'page' };
