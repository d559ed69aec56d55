import { z } from 'zod';
import { answerRemark } from '@/server/commands/filing/answer-remark';
import { clearPractice, endPractice } from '@/server/commands/filing/clear-or-end-practice';
import { declareNothing } from '@/server/commands/filing/declare-nothing';
import { explainFinding } from '@/server/commands/filing/explain-finding';
import { markFollowUp } from '@/server/commands/filing/mark-follow-up';
import { noteRule } from '@/server/commands/filing/note-rule';
import { recallFiling } from '@/server/commands/filing/recall-filing';
import { replyToRemark } from '@/server/commands/filing/reply-to-remark';
import { resolveThread } from '@/server/commands/filing/resolve-thread';
import { restateOpening } from '@/server/commands/filing/restate-opening';
import { maxChangesPerSave, saveFigures } from '@/server/commands/filing/save-figures';
import { saveFilingText } from '@/server/commands/filing/save-filing-text';
import { signFiling } from '@/server/commands/filing/sign-filing';
import { startPractice } from '@/server/commands/filing/start-practice';
import { submitFiling } from '@/server/commands/filing/submit-filing';
import { withdrawRestatement } from '@/server/commands/filing/withdraw-restatement';
import { writeComment } from '@/server/commands/filing/write-comment';
import { loadCellHistory, loadYearSoFar } from '@/server/queries/cell-history';
import { loadFilingConversation } from '@/server/queries/conversation';
import { loadObstacles, openFilingForm } from '@/server/queries/filing-form';
import { listToSign } from '@/server/queries/sign-off';
import { listTasks } from '@/server/queries/tasks';
import { boundTo, chapter, hash, id, text } from '../schemas';
import { seen } from '../seen';
import { procedure, router } from '../trpc';

const change = z.strictObject({ changeId: id, cell: id, raw: text.max(200), baseVersion: z.number().int().min(0) });

export const filingRouter = router({
  tasks: procedure.query(({ ctx }) => listTasks(ctx.store.read, ctx.actor, ctx.command.now())),
  toSign: procedure.query(({ ctx }) => listToSign(ctx.store.read, ctx.actor, ctx.command.overlay, ctx.command.now())),
  form: procedure
    .input(z.strictObject({ filingId: id }))
    .query(({ ctx, input }) => openFilingForm(ctx.store, ctx.actor, input.filingId, ctx.command.overlay, ctx.command.now())),
  conversation: procedure
    .input(z.strictObject({ filingId: id }))
    .query(({ ctx, input }) => loadFilingConversation(ctx.store.read, ctx.actor, input.filingId)),
  obstacles: procedure
    .input(z.strictObject({ filingId: id }))
    .query(({ ctx, input }) => loadObstacles(ctx.store.read, ctx.actor, input.filingId, ctx.command.overlay)),
  yearSoFar: procedure.input(z.strictObject({ filingId: id })).query(({ ctx, input }) => loadYearSoFar(ctx.store.read, ctx.actor, input)),
  cellHistory: procedure
    .input(z.strictObject({ filingId: id, cell: id }))
    .query(({ ctx, input }) => loadCellHistory(ctx.store.read, ctx.actor, input)),
  save: procedure
    .input(z.strictObject({ filingId: id, changes: z.array(change).min(1).max(maxChangesPerSave) }))
    .mutation(({ ctx, input }) => saveFigures(ctx.command, input)),
  saveText: procedure
    .input(z.strictObject({ filingId: id, changeId: id, text: chapter, baseVersion: z.number().int().min(0) }))
    .mutation(({ ctx, input }) => saveFilingText(ctx.command, input)),
  declare: procedure
    .input(z.strictObject({ filingId: id, section: z.enum(['3', '4']), declare: z.boolean() }))
    .mutation(({ ctx, input }) => declareNothing(ctx.command, input)),
  restateOpening: procedure
    .input(z.strictObject({ filingId: id, cell: id, raw: text.max(200), reason: text.max(2000) }))
    .mutation(({ ctx, input }) => restateOpening(ctx.command, input)),
  withdrawRestatement: procedure
    .input(z.strictObject({ filingId: id, cell: id }))
    .mutation(({ ctx, input }) => withdrawRestatement(ctx.command, input)),
  explain: procedure
    .input(z.strictObject({ filingId: id, rule: id, boundTo, text: text.max(2000) }))
    .mutation(({ ctx, input }) => explainFinding(ctx.command, input)),
  noteRule: procedure
    .input(z.strictObject({ filingId: id, rule: id, text: text.max(2000) }))
    .mutation(({ ctx, input }) => noteRule(ctx.command, input)),
  answerRemark: procedure
    .input(z.strictObject({ filingId: id, remarkId: id, answer: z.enum(['changed', 'not_changed']), text: text.max(2000) }))
    .mutation(({ ctx, input }) => answerRemark(ctx.command, input)),
  replyToRemark: procedure
    .input(z.strictObject({ filingId: id, remarkId: id, text: text.max(10_000) }))
    .mutation(({ ctx, input }) => replyToRemark(ctx.command, input)),
  comment: procedure
    .input(z.strictObject({ filingId: id, anchor: id, text: text.max(10_000) }))
    .mutation(({ ctx, input }) => writeComment(ctx.command, input)),
  resolveThread: procedure
    .input(z.strictObject({ filingId: id, commentId: id }))
    .mutation(({ ctx, input }) => resolveThread(ctx.command, input)),
  markFollowUp: procedure
    .input(z.strictObject({ filingId: id, anchor: id, isMarked: z.boolean() }))
    .mutation(({ ctx, input }) => markFollowUp(ctx.command, input)),
  submit: procedure
    .input(z.strictObject({ filingId: id, changeId: id, seenHash: hash, seen: seen.optional(), earlyReason: text.max(2000).optional() }))
    .mutation(({ ctx, input }) => submitFiling(ctx.command, input)),
  sign: procedure
    .input(z.strictObject({ filingId: id, seenHash: hash, seen: seen.optional() }))
    .mutation(({ ctx, input }) => signFiling(ctx.command, input)),
  startPractice: procedure.input(z.strictObject({ filingId: id })).mutation(({ ctx, input }) => startPractice(ctx.command, input)),
  clearPractice: procedure.input(z.strictObject({ filingId: id })).mutation(({ ctx, input }) => clearPractice(ctx.command, input)),
  endPractice: procedure.input(z.strictObject({ filingId: id })).mutation(({ ctx, input }) => endPractice(ctx.command, input)),
  recall: procedure.input(z.strictObject({ filingId: id })).mutation(({ ctx, input }) => recallFiling(ctx.command, input)),
});
