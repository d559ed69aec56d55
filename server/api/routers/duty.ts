import { z } from 'zod';
import { askOfThree } from '@/server/commands/duty/ask-of-three';
import { confirmAct } from '@/server/commands/duty/confirm-act';
import { declineAct } from '@/server/commands/duty/decline-act';
import { divideOffice } from '@/server/commands/duty/divide-office';
import { threeDuties } from '@/server/domain/duties';
import { can } from '@/server/domain/permissions';
import { loadDuties } from '@/server/queries/duties';
import { requireRoot } from '@/server/views/three-duties';
import { confirmFirst } from '../confirm-first';
import { id, password, text } from '../schemas';
import { procedure, router } from '../trpc';

const reason = text.max(2000);

/** 三员, and what takes effect when another person confirms it. */
export const dutyRouter = router({
  page: procedure.query(({ ctx }) => loadDuties(ctx.store.read, ctx.actor, ctx.command.now())),
  divide: procedure
    .input(z.strictObject({ system_admin: id, security_admin: id, auditor: id, password }))
    .mutation(async ({ ctx, input: { password: typed, ...named } }) => {
      const { path: unitPath } = await requireRoot(ctx.store.read);
      const isTheirs = can(ctx.actor.posts, 'three_roles.divide', { unitPath, status: null }) === 'allowed';
      await confirmFirst(ctx, { act: 'three_roles.divide', password: typed, isTheirs });
      return divideOffice(ctx.command, named);
    }),
  askOfThree: procedure
    .input(
      z.discriminatedUnion('ask', [
        z.strictObject({ ask: z.literal('give'), userId: id, duty: z.enum(threeDuties), reason }),
        z.strictObject({ ask: z.literal('end'), userId: id, duty: z.enum(threeDuties), reason }),
        z.strictObject({ ask: z.literal('off'), reason }),
      ]),
    )
    .mutation(({ ctx, input }) => askOfThree(ctx.command, input)),
  confirm: procedure.input(z.strictObject({ id })).mutation(({ ctx, input }) => confirmAct(ctx.command, input)),
  decline: procedure.input(z.strictObject({ id, reason })).mutation(({ ctx, input }) => declineAct(ctx.command, input)),
});
