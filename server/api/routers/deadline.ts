import { z } from 'zod';
import { askExtension } from '@/server/commands/filing/ask-extension';
import { declineExtension } from '@/server/commands/filing/decline-extension';
import { extendDeadline } from '@/server/commands/filing/extend-deadline';
import { withdrawExtension } from '@/server/commands/filing/withdraw-extension';
import { setDueLock } from '@/server/commands/office/set-due-lock';
import { loadExtensions } from '@/server/queries/extensions';
import { loadFilingDeadline } from '@/server/queries/filing-form';
import { readDueLock } from '@/server/views/deadline-view';
import { day, id, pageNumber, text, year } from '../schemas';
import { procedure, router } from '../trpc';

const days = z.number().int().min(0).max(1000);
const lock = { from: day.nullable(), daysAfterReturn: days };

export const deadlineRouter = router({
  ofFiling: procedure
    .input(z.strictObject({ filingId: id }))
    .query(({ ctx, input }) => loadFilingDeadline(ctx.store.read, ctx.actor, input.filingId, ctx.command.now())),
  extensions: procedure
    .input(z.strictObject({ year: year.nullable(), page: pageNumber }))
    .query(({ ctx, input }) => loadExtensions(ctx.store.read, ctx.actor, { ...input, now: ctx.command.now() })),
  extend: procedure
    .input(
      z.strictObject({
        filingId: id,
        until: day,
        reason: text.max(2000),
        seen: day.nullable(),
        isPastStatutoryMeant: z.boolean().optional(),
      }),
    )
    .mutation(({ ctx, input }) => extendDeadline(ctx.command, input)),
  withdraw: procedure.input(z.strictObject({ filingId: id, seen: id })).mutation(({ ctx, input }) => withdrawExtension(ctx.command, input)),
  ask: procedure
    .input(z.strictObject({ filingId: id, until: day, reason: text.max(2000) }))
    .mutation(({ ctx, input }) => askExtension(ctx.command, input)),
  decline: procedure.input(z.strictObject({ filingId: id, seen: id })).mutation(({ ctx, input }) => declineExtension(ctx.command, input)),
  lock: procedure.query(({ ctx }) => readDueLock(ctx.store.read)),
  setLock: procedure
    .input(z.strictObject({ ...lock, seen: z.strictObject(lock), isLockMeant: z.boolean().optional() }))
    .mutation(({ ctx, input }) => setDueLock(ctx.command, input)),
});
