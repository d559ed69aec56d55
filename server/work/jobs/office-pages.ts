import type { Overlay } from '@/server/domain/checks';
import { type Day, dayAt } from '@/server/domain/periods';
import type { ReportKey } from '@/server/domain/subject';
import { loadEventLog } from '@/server/queries/audit';
import { type BoardAsked, loadBoard } from '@/server/queries/board';
import { loadBulkLines } from '@/server/queries/bulk-lines';
import { listReportContributions, loadReportMaterial } from '@/server/queries/contributions';
import { loadKeptBoard } from '@/server/queries/kept-board';
import { loadKeptQueue } from '@/server/queries/kept-queue';
import { loadOpeningSums, shownSums } from '@/server/queries/opening-sums';
import { loadOverview, type OverviewAsked } from '@/server/queries/overview';
import { loadCleanSubmissions, loadQueue, loadQueuePlace, type QueueAsked, type QueueFilter } from '@/server/queries/review-queue';
import { loadRolledOverYear, loadRollOverPlan } from '@/server/queries/roll-over';
import { type RollOverAsked, rolledOverPage, rollOverPage } from '@/server/queries/roll-over-page';
import { loadSignPage } from '@/server/queries/signing';
import { loadTrends } from '@/server/queries/trends';
import { type FoundAsked, type FoundShown, loadFoundInYear, shownFindings } from '@/server/queries/year-findings';
import type { Actor } from '@/server/views/access';
import { pageJob, partOfPage, selfKeptPage } from '../job';

/** Pages over all units of an office: whoever opens one keeps nobody who types waiting. */
interface By {
  actor: Actor;
  now: Date;
  overlay: Overlay | null;
}

export const reviewQueue = selfKeptPage(
  (reader, { actor, overlay, now, asked }: By & { asked: QueueAsked }) =>
    loadQueue(reader, actor, overlay, { ...asked, today: dayAt(now) }),
  (reader, { actor, overlay, now, asked }) => loadKeptQueue(reader, actor, overlay, { ...asked, today: dayAt(now) }),
);

export const cleanSubmissions = pageJob((reader, { actor, overlay, now, asked }: By & { asked: QueueFilter & { limit: number } }) =>
  loadCleanSubmissions(reader, actor, overlay, { ...asked, today: dayAt(now) }),
);

export const bulkLines = pageJob((reader, { actor, overlay, filingIds }: By & { filingIds: readonly string[] }) =>
  loadBulkLines(reader, actor, filingIds, overlay),
);

export const queuePlace = pageJob((reader, { actor, overlay, filingId, skipped }: By & { filingId: string; skipped?: readonly string[] }) =>
  loadQueuePlace(reader, actor, overlay, filingId, skipped),
);

export const board = selfKeptPage(
  (reader, { actor, asked, now, overlay }: By & { asked: BoardAsked }) => loadBoard(reader, actor, asked, { now, overlay }),
  (reader, { actor, asked, now, overlay }) => loadKeptBoard(reader, actor, asked, { now, overlay }),
);

export const overview = pageJob((reader, { actor, asked, now, overlay }: By & { asked: OverviewAsked }) =>
  loadOverview(reader, actor, asked, { now, overlay }),
);

export const yearFindings = partOfPage(
  (reader, { actor, asked, now, overlay }: By & { asked: FoundAsked; shown: FoundShown }) =>
    loadFoundInYear(reader, actor, asked, { now, overlay }),
  ['shown'],
  (found, { shown }) => shownFindings(found, shown),
);

export const openingSums = partOfPage(
  (reader, { actor, year }: By & { year: number }) => loadOpeningSums(reader, actor, year),
  [],
  shownSums,
);

export const rollOverPlan = partOfPage(
  (reader, { actor, from, today }: By & { from: number; today: Day; pages: RollOverAsked }) => loadRollOverPlan(reader, actor, from, today),
  ['pages'],
  (plan, { pages }) => rollOverPage(plan, pages),
);

export const rolledOverYear = partOfPage(
  (reader, { actor, year, today }: By & { year: number; today: Day; page: number }) => loadRolledOverYear(reader, actor, year, today),
  ['page'],
  (rolled, { page }) => rolledOverPage(rolled, page),
);

export const reportMaterial = pageJob((reader, { actor, key, now }: By & { key: ReportKey }) =>
  loadReportMaterial(reader, actor, key, now),
);

export const reportContributions = pageJob((reader, { actor, asked, now }: By & { asked: Parameters<typeof listReportContributions>[2] }) =>
  listReportContributions(reader, actor, asked, now),
);

export const signPage = pageJob((reader, { actor, key, overlay }: By & { key: ReportKey }) => loadSignPage(reader, actor, key, overlay));

export const trends = pageJob((reader, { actor, of }: By & { of: Parameters<typeof loadTrends>[2] }) => loadTrends(reader, actor, of));

export const eventLog = pageJob((reader, { actor, page }: By & { page: Parameters<typeof loadEventLog>[2] }) =>
  loadEventLog(reader, actor, page),
);
