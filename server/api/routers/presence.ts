import { z } from 'zod';
import { rooms } from '@/server/presence/presence';
import { whoIsHere, whoReadsWhat } from '@/server/queries/who-is-here';
import { id } from '../schemas';
import { procedure, router } from '../trpc';

export const presenceRouter = router({
  /** Asking is being there, and writes nothing. */
  here: procedure
    .input(z.strictObject({ room: z.enum(rooms), filingId: id, leaves: z.boolean().optional() }))
    .query(({ ctx, input }) => whoIsHere(ctx.store, ctx.actor, input)),
  reading: procedure.query(({ ctx }) => whoReadsWhat(ctx.store, ctx.actor)),
});
