import { z } from 'zod';
import { answerRule } from '@/server/commands/answer-rule-note';
import { versionWith } from '@/server/domain/checks';
import { listRules } from '@/server/domain/checks/rule-list';
import { listOfficeRuleNotes } from '@/server/queries/rule-notes';
import { id, text } from '../schemas';
import { procedure, router } from '../trpc';

export const rulesRouter = router({
  /** The pack as this deployment runs it, for reading. */
  list: procedure.query(({ ctx: { command } }) => ({ rules: listRules(command.overlay), packVersion: versionWith(command.overlay) })),
  /** The deployment's overlay, for a check in the browser. */
  overlay: procedure.query(({ ctx }) => ctx.command.overlay?.text ?? null),
  notes: procedure.query(({ ctx }) => listOfficeRuleNotes(ctx.store.read, ctx.actor)),
  answer: procedure
    .input(z.strictObject({ noteId: id, text: text.max(2000) }))
    .mutation(({ ctx, input }) => answerRule(ctx.command, input)),
});
