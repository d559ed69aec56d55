import { z } from 'zod';
import { answerRule } from '@/server/commands/filing/answer-rule-note';
import { listOfficeRules, loadOfficeRules } from '@/server/queries/office-rules';
import { listOfficeRuleNotes } from '@/server/queries/rule-notes';
import { id, pageNumber, search, text } from '../schemas';
import { procedure, router } from '../trpc';

export const rulesRouter = router({
  /** The pack as this office runs it, for reading. */
  list: procedure.query(({ ctx }) => listOfficeRules(ctx.store.read, ctx.command.overlay)),
  /** What is set here beside the pack, for a check in the browser. */
  office: procedure.query(({ ctx }) => loadOfficeRules(ctx.store.read, ctx.command.overlay)),
  notes: procedure
    .input(z.strictObject({ search, page: pageNumber }).optional())
    .query(({ ctx, input }) => listOfficeRuleNotes(ctx.store.read, ctx.actor, input)),
  answer: procedure
    .input(z.strictObject({ noteId: id, text: text.max(2000) }))
    .mutation(({ ctx, input }) => answerRule(ctx.command, input)),
});
