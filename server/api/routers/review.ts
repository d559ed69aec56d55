import { z } from 'zod';
import { approveFiling } from '@/server/commands/filing/approve-filing';
import { approveMany, maxApprovals } from '@/server/commands/filing/approve-many';
import { claimFiling, releaseClaim } from '@/server/commands/filing/claim-filing';
import { countersignException } from '@/server/commands/filing/countersign-exception';
import { mayActOnFiling } from '@/server/commands/filing/filing-access';
import { openReview } from '@/server/commands/filing/open-review';
import { pinRemark } from '@/server/commands/filing/pin-remark';
import { returnFiling } from '@/server/commands/filing/return-filing';
import { takeBackApproval } from '@/server/commands/filing/take-back-approval';
import { takeOverRemarks } from '@/server/commands/filing/take-over-remarks';
import { undoUnlock } from '@/server/commands/filing/undo-unlock';
import { unlockFiling } from '@/server/commands/filing/unlock-filing';
import { unpinRemark } from '@/server/commands/filing/unpin-remark';
import { unitKinds } from '@/server/domain/units';
import { foundStates, foundWeights, queueOnly } from '@/server/domain/workflow';
import { loadExceptionReview, loadSubmissionReview } from '@/server/queries/review';
import type { QueuePage } from '@/server/queries/review-queue';
import { workOf } from '@/server/work';
import { whileNothingHappens } from '@/server/work/while-nothing-happens';
import { by } from '../by';
import { confirmFirst } from '../confirm-first';
import { impactFor } from '../impact-for';
import { day, hash, id, line, pageNumber, password, quarter, search, text, year } from '../schemas';
import { procedure, router } from '../trpc';

const submissionNumber = z.number().int().min(1);

const queueFilter = { kind: z.enum(unitKinds).optional(), quarter: quarter.optional(), only: z.enum(queueOnly).optional() };

const queues = whileNothingHappens<QueuePage>();

export const reviewRouter = router({
  queue: procedure
    .input(
      z
        .strictObject({
          search,
          ...queueFilter,
          page: pageNumber,
          exceptionPage: pageNumber,
          practicePage: pageNumber,
          practiceExceptionPage: pageNumber,
        })
        .optional(),
    )
    .query(({ ctx, input = {} }) => queues(ctx, input, () => workOf(ctx.command).do('review-queue', { ...by(ctx), asked: input }))),
  clean: procedure
    .input(z.strictObject({ search, ...queueFilter }))
    .query(({ ctx, input }) => workOf(ctx.command).do('clean-submissions', { ...by(ctx), asked: { ...input, limit: maxApprovals } })),
  bulk: procedure
    .input(z.strictObject({ filingIds: z.array(id).min(1).max(maxApprovals) }))
    .query(({ ctx, input }) => workOf(ctx.command).do('bulk-lines', { ...by(ctx), ...input })),
  place: procedure
    .input(z.strictObject({ filingId: id, skipped: z.array(id).max(200).optional() }))
    .query(({ ctx, input }) => workOf(ctx.command).do('queue-place', { ...by(ctx), ...input })),
  findings: procedure
    .input(
      z.strictObject({
        year: year.nullable(),
        quarter: quarter.nullable().optional(),
        weight: z.enum(foundWeights).optional(),
        state: z.enum(foundStates).optional(),
        rule: id.nullable().optional(),
        unit: line.optional(),
        page: z.number().int().min(1).max(10_000).optional(),
      }),
    )
    .query(async ({ ctx, input: { year, quarter, ...shown } }) => {
      const found = await workOf(ctx.command).do('year-findings', { ...by(ctx), asked: { year, quarter: quarter ?? null }, shown });
      if (found.left + found.anew > 0) await ctx.store.say('findings', '');
      return found;
    }),
  submission: procedure
    .input(z.strictObject({ filingId: id }))
    .query(({ ctx, input }) => loadSubmissionReview(ctx.store.read, ctx.actor, input.filingId, ctx.command.overlay)),
  exception: procedure
    .input(z.strictObject({ filingId: id, exceptionId: id }))
    .query(({ ctx, input }) => loadExceptionReview(ctx.store.read, ctx.actor, input, ctx.command.overlay)),
  open: procedure.input(z.strictObject({ filingId: id })).mutation(({ ctx, input }) => openReview(ctx.command, input)),
  claim: procedure
    .input(z.strictObject({ filingId: id, submissionNumber, from: id.nullable() }))
    .mutation(({ ctx, input }) => claimFiling(ctx.command, input)),
  releaseClaim: procedure.input(z.strictObject({ filingId: id })).mutation(({ ctx, input }) => releaseClaim(ctx.command, input)),
  pinRemark: procedure
    .input(z.strictObject({ filingId: id, draftId: id, anchor: id, text: text.max(2000) }))
    .mutation(({ ctx, input }) => pinRemark(ctx.command, input)),
  unpinRemark: procedure.input(z.strictObject({ filingId: id, draftId: id })).mutation(({ ctx, input }) => unpinRemark(ctx.command, input)),
  takeOverRemarks: procedure
    .input(z.strictObject({ filingId: id, from: id }))
    .mutation(({ ctx, input }) => takeOverRemarks(ctx.command, input)),
  return: procedure
    .input(
      z.strictObject({
        filingId: id,
        submissionNumber,
        reason: text.max(2000),
        until: day.optional(),
        remarks: z.array(z.strictObject({ anchor: id, text: text.max(2000) })).max(200),
      }),
    )
    .mutation(({ ctx, input }) => returnFiling(ctx.command, input)),
  approve: procedure
    .input(z.strictObject({ filingId: id, submissionNumber, seenHash: hash }))
    .mutation(({ ctx, input }) => approveFiling(ctx.command, input)),
  approveMany: procedure
    .input(
      z.strictObject({
        items: z
          .array(z.strictObject({ filingId: id, submissionNumber, seenHash: hash }))
          .min(1)
          .max(maxApprovals),
      }),
    )
    .mutation(({ ctx, input }) => approveMany(ctx.command, input.items)),
  takeBackApproval: procedure
    .input(z.strictObject({ filingId: id, submissionNumber, reason: text.max(2000) }))
    .mutation(({ ctx, input }) => takeBackApproval(ctx.command, input)),
  unlock: procedure
    .input(z.strictObject({ filingId: id, submissionNumber, reason: text.max(2000), password }))
    .mutation(async ({ ctx, input: { password: typed, ...input } }) => {
      const isTheirs = await mayActOnFiling(ctx.store.read, ctx.actor, input.filingId, 'filing.unlock');
      await confirmFirst(ctx, { act: 'filing.unlock', password: typed, isTheirs });
      return unlockFiling(ctx.command, input);
    }),
  unlockImpact: procedure
    .input(z.strictObject({ filingId: id, submissionNumber }))
    .query(({ ctx, input }) => impactFor(ctx, { of: 'unlock', input })),
  undoUnlock: procedure.input(z.strictObject({ filingId: id })).mutation(({ ctx, input }) => undoUnlock(ctx.command, input)),
  countersign: procedure
    .input(z.strictObject({ filingId: id, exceptionId: id }))
    .mutation(({ ctx, input }) => countersignException(ctx.command, input)),
});
