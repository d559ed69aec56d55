import { z } from 'zod';
import { answerContribution } from '@/server/commands/report/answer-contribution';
import { answerNothing } from '@/server/commands/report/answer-nothing';
import { askContributionAgain } from '@/server/commands/report/ask-contribution-again';
import { askContributions } from '@/server/commands/report/ask-contributions';
import { withdrawContribution } from '@/server/commands/report/withdraw-contribution';
import { topicIds } from '@/server/domain/narrative/topics';
import { listContributionTasks, loadUnitContributions } from '@/server/queries/contributions';
import { workOf } from '@/server/work';
import { by } from '../by';
import { day, id, pageNumber, reportKey, text, year } from '../schemas';
import { procedure, router } from '../trpc';

const words = text.max(5000);
const version = z.number().int().min(0);

/** What the office asks units for the text of the report, and what they answer. */
export const contributionRouter = router({
  tasks: procedure.query(({ ctx }) => listContributionTasks(ctx.store.read, ctx.actor, ctx.command.now())),
  ofUnit: procedure
    .input(z.strictObject({ unitId: id, year }))
    .query(({ ctx, input }) => loadUnitContributions(ctx.store.read, ctx.actor, input, ctx.command.now())),
  ofReport: procedure
    .input(z.strictObject(reportKey))
    .query(({ ctx, input }) => workOf(ctx.command).do('report-material', { ...by(ctx), key: input })),
  linesOfReport: procedure
    .input(z.strictObject({ ...reportKey, of: z.enum(['answered', 'waiting']), page: pageNumber }))
    .query(({ ctx, input }) => workOf(ctx.command).do('report-contributions', { ...by(ctx), asked: input })),
  ask: procedure
    .input(z.strictObject({ year, unitIds: z.array(id).max(2000), topic: z.enum(topicIds), question: words, dueOn: day }))
    .mutation(({ ctx, input }) => askContributions(ctx.command, input)),
  askAgain: procedure
    .input(z.strictObject({ requestId: id, question: words, dueOn: day, baseVersion: version }))
    .mutation(({ ctx, input }) => askContributionAgain(ctx.command, input)),
  withdraw: procedure.input(z.strictObject({ requestId: id })).mutation(({ ctx, input }) => withdrawContribution(ctx.command, input)),
  answer: procedure
    .input(z.strictObject({ requestId: id, baseVersion: version, number: words, evidence: words, sentence: words }))
    .mutation(({ ctx, input }) => answerContribution(ctx.command, input)),
  answerNothing: procedure
    .input(z.strictObject({ requestId: id, baseVersion: version }))
    .mutation(({ ctx, input }) => answerNothing(ctx.command, input)),
});
