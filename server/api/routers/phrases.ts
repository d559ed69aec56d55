import { z } from 'zod';
import { addPhrase } from '@/server/commands/office/add-phrase';
import { changePhrase } from '@/server/commands/office/change-phrase';
import { movePhrase } from '@/server/commands/office/move-phrase';
import { retirePhrase } from '@/server/commands/office/retire-phrase';
import { listPhraseLines } from '@/server/queries/phrases';
import { id, text } from '../schemas';
import { procedure, router } from '../trpc';

const words = text.max(2000);

/** 常用语: the sentences that reviewers return with. */
export const phrasesRouter = router({
  list: procedure.query(({ ctx }) => listPhraseLines(ctx.store.read, ctx.actor)),
  add: procedure.input(z.strictObject({ text: words })).mutation(({ ctx, input }) => addPhrase(ctx.command, input)),
  change: procedure
    .input(z.strictObject({ phraseId: id, text: words, seen: words }))
    .mutation(({ ctx, input }) => changePhrase(ctx.command, input)),
  move: procedure
    .input(z.strictObject({ phraseId: id, to: z.enum(['up', 'down']) }))
    .mutation(({ ctx, input }) => movePhrase(ctx.command, input)),
  retire: procedure.input(z.strictObject({ phraseId: id })).mutation(({ ctx, input }) => retirePhrase(ctx.command, input)),
});
