import { z } from 'zod';
import { approveFiling } from '@/server/commands/approve-filing';
import { countersignException } from '@/server/commands/countersign-exception';
import { openReview } from '@/server/commands/open-review';
import { returnFiling } from '@/server/commands/return-filing';
import { loadQueue, loadSubmissionReview } from '@/server/queries/review';
import { hash, id, text } from '../schemas';
import { procedure, router } from '../trpc';

const submissionNumber = z.number().int().min(1);

export const reviewRouter = router({
  queue: procedure.query(({ ctx }) => loadQueue(ctx.store.read, ctx.actor)),
  submission: procedure
    .input(z.strictObject({ filingId: id }))
    .query(({ ctx, input }) => loadSubmissionReview(ctx.store.read, ctx.actor, input.filingId)),
  open: procedure.input(z.strictObject({ filingId: id })).mutation(({ ctx, input }) => openReview(ctx.command, input)),
  return: procedure
    .input(
      z.strictObject({
        filingId: id,
        submissionNumber,
        reason: text.max(2000),
        remarks: z.array(z.strictObject({ anchor: id, text: text.max(2000) })).max(200),
      }),
    )
    .mutation(({ ctx, input }) => returnFiling(ctx.command, input)),
  approve: procedure
    .input(z.strictObject({ filingId: id, submissionNumber, seenHash: hash }))
    .mutation(({ ctx, input }) => approveFiling(ctx.command, input)),
  countersign: procedure
    .input(z.strictObject({ filingId: id, exceptionId: id }))
    .mutation(({ ctx, input }) => countersignException(ctx.command, input)),
});
