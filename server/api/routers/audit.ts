import { z } from 'zod';
import { latestEvents } from '@/db/store';
import { loadEventLog } from '@/server/queries/audit';
import { requireReadableFiling } from '@/server/views/access';
import { eventsFor } from '@/server/views/shown-event';
import { id, text } from '../schemas';
import { procedure, router } from '../trpc';

const page = { before: z.number().int().min(1).optional(), limit: z.number().int().min(1).max(200).default(50) };

export const auditRouter = router({
  /** The whole log, for auditors. */
  events: procedure
    .input(z.strictObject({ ...page, kindPrefix: text.max(40).optional() }))
    .query(({ ctx, input }) => loadEventLog(ctx.store.read, ctx.actor, input)),
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
