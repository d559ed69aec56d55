import { z } from 'zod';
import { changePassword } from '@/server/commands/account/change-password';
import { endOtherSessions, endOwnSession } from '@/server/commands/account/end-sessions';
import { loadAccountPage } from '@/server/queries/account';
import { loadFailedTries } from '@/server/views/failed-tries';
import { text } from '../schemas';
import { procedure, router } from '../trpc';

const password = text.min(1).max(200);

/** A person's own account: their password, and where they are signed in. */
export const accountRouter = router({
  page: procedure.query(({ ctx }) => loadAccountPage(ctx.store.read, ctx.actor, ctx.command.now())),
  /** Wrong passwords at the person's own name, for the notice on every page. */
  failedTries: procedure.query(({ ctx }) => loadFailedTries(ctx.store.read, ctx.actor)),
  changePassword: procedure
    .input(z.strictObject({ password, newPassword: password }))
    .mutation(({ ctx, input }) => changePassword(ctx.command, ctx.door, input)),
  endSession: procedure.input(z.strictObject({ key: text.min(1).max(64) })).mutation(({ ctx, input }) => endOwnSession(ctx.command, input)),
  endOtherSessions: procedure.mutation(({ ctx }) => endOtherSessions(ctx.command)),
});
