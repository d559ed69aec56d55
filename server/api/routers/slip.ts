import { z } from 'zod';
import { acceptSlip } from '@/server/commands/slip/accept-slip';
import { refuseSlip } from '@/server/commands/slip/refuse-slip';
import { signSlip } from '@/server/commands/slip/sign-slip';
import { mayDecideOn } from '@/server/commands/slip/slip-access';
import { withdrawSlip } from '@/server/commands/slip/withdraw-slip';
import { writeSlip } from '@/server/commands/slip/write-slip';
import { maxQuarters } from '@/server/domain/corrections';
import { countWaitingSlips, listCorrectableYears, loadSlipDesk, loadSlipList, loadSlipPage } from '@/server/queries/slips';
import { confirmFirst } from '../confirm-first';
import { impactFor } from '../impact-for';
import { boundTo, hash, id, pageNumber, password, search, text, year } from '../schemas';
import { procedure, router } from '../trpc';

const change = z.strictObject({ quarter: z.number().int().min(1).max(maxQuarters), cell: id, raw: text.max(200) });
const version = z.number().int().min(1);
const seen = z.record(z.string().regex(/^\d{4}Q[1-4]$/), hash);

const explanation = z.strictObject({ filingId: id, rule: id, boundTo, text: text.max(2000) });

/** Correction slips: what is locked changes only by them. */
export const slipRouter = router({
  list: procedure
    .input(z.strictObject({ search, page: pageNumber }).optional())
    .query(({ ctx, input }) => loadSlipList(ctx.store.read, ctx.actor, input)),
  // The number in the navigation, on every page of an administrator.
  waiting: procedure.query(({ ctx }) =>
    ctx.store.kept(`slips waiting ${JSON.stringify(ctx.actor.posts)}`, (reader) => countWaitingSlips(reader, ctx.actor)),
  ),
  years: procedure.query(({ ctx }) => listCorrectableYears(ctx.store.read, ctx.actor)),
  desk: procedure
    .input(z.strictObject({ unitId: id, year }))
    .query(({ ctx, input }) => loadSlipDesk(ctx.store.read, ctx.actor, input, ctx.command.overlay)),
  page: procedure
    .input(z.strictObject({ slipId: id }))
    .query(({ ctx, input }) => loadSlipPage(ctx.store.read, ctx.actor, input.slipId, ctx.command.overlay)),
  write: procedure
    .input(
      z
        .strictObject({
          unitId: id,
          year,
          slip: z.strictObject({ id, version }).nullable(),
          newId: id.optional(),
          changes: z.array(change).max(500),
          reason: text.max(2000),
        })
        // A draft may be emptied while it is written; a number is for something.
        .refine((draft) => draft.slip !== null || draft.changes.length > 0),
    )
    .mutation(({ ctx, input }) => writeSlip(ctx.command, input)),
  sign: procedure
    .input(z.strictObject({ slipId: id, version, seen, explanations: z.array(explanation).max(200).optional() }))
    .mutation(({ ctx, input }) => signSlip(ctx.command, input)),
  withdraw: procedure.input(z.strictObject({ slipId: id, version })).mutation(({ ctx, input }) => withdrawSlip(ctx.command, input)),
  impact: procedure.input(z.strictObject({ slipId: id, version })).query(({ ctx, input }) => impactFor(ctx, { of: 'slip', input })),
  accept: procedure
    .input(z.strictObject({ slipId: id, version, password }))
    .mutation(async ({ ctx, input: { password: typed, ...input } }) => {
      const isTheirs = await mayDecideOn(ctx.store.read, ctx.actor, input.slipId);
      await confirmFirst(ctx, { act: 'slip.decide', password: typed, isTheirs });
      return acceptSlip(ctx.command, input);
    }),
  refuse: procedure
    .input(z.strictObject({ slipId: id, version, reason: text.max(2000), password }))
    .mutation(async ({ ctx, input: { password: typed, ...input } }) => {
      const isTheirs = await mayDecideOn(ctx.store.read, ctx.actor, input.slipId);
      await confirmFirst(ctx, { act: 'slip.decide', password: typed, isTheirs });
      return refuseSlip(ctx.command, input);
    }),
});
