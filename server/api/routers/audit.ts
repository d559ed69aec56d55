import { z } from 'zod';
import { latestEvents } from '@/db/store';
import { requireReadableFiling } from '@/server/views/access';
import { eventsFor } from '@/server/views/shown-event';
import { workOf } from '@/server/work';
import { by } from '../by';
import { eventsAsked, id } from '../schemas';
import { procedure, router } from '../trpc';

const page = { before: z.number().int().min(1).optional(), limit: z.number().int().min(1).max(200).default(50) };

export const auditRouter = router({
  /** The whole log, for auditors. `open`: the newest number of the line that is open; `isFlat`: every event is a line. */
  events: procedure
    .input(
      z.strictObject({
        ...page,
        asked: eventsAsked.optional(),
        isFlat: z.boolean().default(false),
        open: z.number().int().min(1).optional(),
      }),
    )
    .query(({ ctx, input }) => workOf(ctx.command).do('event-log', { ...by(ctx), page: input })),
  /** What happened to one filing, for anybody who may read it; from where, for who reads the log. */
  ofFiling: procedure.input(z.strictObject({ ...page, filingId: id })).query(async ({ ctx, input }) => {
    const filing = await requireReadableFiling(ctx.store.read, ctx.actor, input.filingId);
    const events = await latestEvents(ctx.store.read, {
      objectType: 'filing',
      objectId: filing.id,
      limit: input.limit,
      ...(input.before ? { before: input.before } : {}),
    });
    return eventsFor(ctx.actor, filing.unitPath, events);
  }),
});
