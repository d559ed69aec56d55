import { randomUUID } from 'node:crypto';
import { actorNow } from '@/server/auth/actor-now';
import type { ImpactAsked, ReportImpact } from '@/server/commands/impact-asked';
import type { Overlay } from '@/server/domain/checks';
import type { Actor } from '@/server/views/access';
import { asLoaded, type Job } from '../job';
import { triedBy } from '../tried-by';

interface By {
  actor: Actor;
  now: Date;
  overlay: Overlay | null;
}

/** What a late change would move: every report that it reaches twice over, before and after a change that is tried. */
export const reportImpact: Job<By & { asked: ImpactAsked }, ReportImpact[], ReportImpact[]> = {
  lane: 'page',
  isTrial: true,
  load: async (reader, { actor, now, overlay, asked }, store) => {
    if (!store) throw new Error('a trial needs a store');
    const context = { store, now: () => now, newId: randomUUID, requestId: 'a-trial', ip: null, overlay };
    return triedBy()({ ...context, actor: await actorNow(reader, actor, now) }, asked);
  },
  make: asLoaded,
};
