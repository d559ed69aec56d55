import { z } from 'zod';
import { chaseFilings, maxChased } from '@/server/commands/filing/chase-filings';
import { loadChased, loadChaseList } from '@/server/queries/chase';
import { id, quarter, text, year } from '../schemas';
import { procedure, router } from '../trpc';

const filingIds = z.array(id).max(maxChased);

/** Who has not sent a quarter, and is told that the office waits. */
export const chaseRouter = router({
  list: procedure
    .input(z.strictObject({ year, quarter }))
    .query(({ ctx, input }) => loadChaseList(ctx.store.read, ctx.actor, input, ctx.command.now())),
  onBoard: procedure.input(z.strictObject({ filingIds })).query(({ ctx, input }) => loadChased(ctx.store.read, ctx.actor, input.filingIds)),
  send: procedure
    .input(z.strictObject({ changeId: id, filingIds: filingIds.min(1), words: text.max(500), again: filingIds }))
    .mutation(({ ctx, input }) => chaseFilings(ctx.command, input)),
});
