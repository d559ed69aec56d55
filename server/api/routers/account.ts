import { z } from 'zod';
import { noProvider } from '@/server/auth/identity/refusals';
import { requireUnbound } from '@/server/commands/account/bind-identity';
import { changePassword } from '@/server/commands/account/change-password';
import { confirmBinding } from '@/server/commands/account/confirm-binding';
import { endOtherSessions, endOwnSession } from '@/server/commands/account/end-sessions';
import { renewRecoveryCodes } from '@/server/commands/account/renew-recovery-codes';
import { setOwnTelephone } from '@/server/commands/account/set-telephone';
import { turnOffSecondFactor } from '@/server/commands/account/turn-off-second-factor';
import { turnOnSecondFactor } from '@/server/commands/account/turn-on-second-factor';
import { unbindIdentity } from '@/server/commands/account/unbind-identity';
import { loadAccountPage } from '@/server/queries/account';
import { loadNewSecondFactor } from '@/server/queries/new-second-factor';
import { loadFailedTries } from '@/server/views/failed-tries';
import { text } from '../schemas';
import { procedure, router } from '../trpc';

const password = text.min(1).max(200);
const code = text.min(1).max(60);

/** A person's own account: their password, their second factor, and where they are signed in. */
export const accountRouter = router({
  /** Wrong passwords at the person's own name, for the notice on every page. */
  failedTries: procedure.query(({ ctx }) => loadFailedTries(ctx.store.read, ctx.actor)),
  page: procedure.query(({ ctx }) => loadAccountPage(ctx.store.read, ctx.actor, ctx.command.now(), ctx.identity ?? null)),
  setTelephone: procedure
    .input(z.strictObject({ telephone: text.max(200) }))
    .mutation(({ ctx, input }) => setOwnTelephone(ctx.command, input)),
  changePassword: procedure
    .input(z.strictObject({ password, newPassword: password }))
    .mutation(({ ctx, input }) => changePassword(ctx.command, ctx.door, input)),
  /** By password and code, and then to the provider: who they are there is bound when they come back. */
  goToProvider: procedure.input(z.strictObject({ password, code: code.optional() })).mutation(async ({ ctx, input }) => {
    if (!ctx.identity) throw noProvider();
    await requireUnbound(ctx.store.read, ctx.actor.userId, ctx.identity.issuer);
    return ctx.identity.begin(ctx.actor.sessionId, { confirm: () => confirmBinding(ctx.command, ctx.door, input) });
  }),
  unbindIdentity: procedure.input(z.strictObject({ password })).mutation(({ ctx, input }) => unbindIdentity(ctx.command, ctx.door, input)),
  newSecondFactor: procedure.query(({ ctx }) => loadNewSecondFactor(ctx.command)),
  turnOnSecondFactor: procedure
    .input(z.strictObject({ enrolment: text.min(1).max(500), password, code }))
    .mutation(({ ctx, input }) => turnOnSecondFactor(ctx.command, ctx.door, input)),
  turnOffSecondFactor: procedure
    .input(z.strictObject({ password, code }))
    .mutation(({ ctx, input }) => turnOffSecondFactor(ctx.command, ctx.door, input)),
  renewRecoveryCodes: procedure
    .input(z.strictObject({ password, code }))
    .mutation(({ ctx, input }) => renewRecoveryCodes(ctx.command, ctx.door, input)),
  endSession: procedure.input(z.strictObject({ key: text.min(1).max(64) })).mutation(({ ctx, input }) => endOwnSession(ctx.command, input)),
  endOtherSessions: procedure.mutation(({ ctx }) => endOtherSessions(ctx.command)),
});
