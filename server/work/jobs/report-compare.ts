import type { Overlay } from '@/server/domain/checks';
import type { ReportKey } from '@/server/domain/subject';
import { type BlacklinePage, loadBlackline } from '@/server/queries/blackline';
import type { Actor } from '@/server/views/access';
import { asLoaded, type Job } from '../job';

interface Asked {
  actor: Actor;
  asked: ReportKey & { from: number; to: number | null };
  overlay: Overlay | null;
}

/** Two states of a report beside each other, word by word. */
export const reportCompare: Job<Asked, BlacklinePage, BlacklinePage> = {
  lane: 'page',
  load: (reader, { actor, asked, overlay }) => loadBlackline(reader, actor, asked, overlay),
  make: asLoaded,
};
