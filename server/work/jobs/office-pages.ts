import type { Overlay } from '@/server/domain/checks';
import type { Day } from '@/server/domain/periods';
import type { ReportKey } from '@/server/domain/subject';
import { type BoardAsked, loadBoard } from '@/server/queries/board';
import { loadOpeningSums } from '@/server/queries/opening-sums';
import { loadCleanSubmissions, loadQueue, loadQueuePlace, type QueueAsked, type QueueFilter } from '@/server/queries/review-queue';
import { loadRolledOverYear, loadRollOverPlan } from '@/server/queries/roll-over';
import { loadSignPage } from '@/server/queries/signing';
import { loadTrends } from '@/server/queries/trends';
import type { Actor } from '@/server/views/access';
import { pageJob } from '../job';

/** Pages over all units of an office: whoever opens one keeps nobody who types waiting. */
interface By {
  actor: Actor;
  now: Date;
  overlay: Overlay | null;
}

export const reviewQueue = pageJob((reader, { actor, overlay, asked }: By & { asked: QueueAsked }) =>
  loadQueue(reader, actor, overlay, asked),
);

export const cleanSubmissions = pageJob((reader, { actor, overlay, asked }: By & { asked: QueueFilter & { limit: number } }) =>
  loadCleanSubmissions(reader, actor, overlay, asked),
);

export const queuePlace = pageJob((reader, { actor, overlay, filingId }: By & { filingId: string }) =>
  loadQueuePlace(reader, actor, overlay, filingId),
);

export const board = pageJob((reader, { actor, asked, now, overlay }: By & { asked: BoardAsked }) =>
  loadBoard(reader, actor, asked, { now, overlay }),
);

export const openingSums = pageJob((reader, { actor, year }: By & { year: number }) => loadOpeningSums(reader, actor, year));

export const rollOverPlan = pageJob((reader, { actor, from, today }: By & { from: number; today: Day }) =>
  loadRollOverPlan(reader, actor, from, today),
);

export const rolledOverYear = pageJob((reader, { actor, year, today }: By & { year: number; today: Day }) =>
  loadRolledOverYear(reader, actor, year, today),
);

export const signPage = pageJob((reader, { actor, key, overlay }: By & { key: ReportKey }) => loadSignPage(reader, actor, key, overlay));

export const trends = pageJob((reader, { actor, of }: By & { of: Parameters<typeof loadTrends>[2] }) => loadTrends(reader, actor, of));
