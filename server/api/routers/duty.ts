import { z } from 'zod';
import { askOfThree } from '@/server/commands/duty/ask-of-three';
import { confirmAct } from '@/server/commands/duty/confirm-act';
import { declineAct } from '@/server/commands/duty/decline-act';
import { divideOffice } from '@/server/commands/duty/divide-office';
import { threeDuties } from '@/server/domain/duties';
import { can } from '@/server/domain/permissions';
import { loadDuties, mayDecide } from '@/server/queries/duties';
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
        z.strictObject({ ask: z.literal('give'), userId: id, duty: z.enum(threeDuties), reason, password }),
        z.strictObject({ ask: z.literal('end'), userId: id, duty: z.enum(threeDuties), reason, password }),
        z.strictObject({ ask: z.literal('off'), reason, password }),
      ]),
    )
    .mutation(async ({ ctx, input: { password: typed, ...asked } }) => {
      const { path: unitPath } = await requireRoot(ctx.store.read);
      const isTheirs = can(ctx.actor.posts, 'three_roles.ask', { unitPath, status: null }) === 'allowed';
      await confirmFirst(ctx, { act: 'three_roles.ask', password: typed, isTheirs });
      return askOfThree(ctx.command, asked);
    }),
  confirm: procedure.input(z.strictObject({ id, password })).mutation(async ({ ctx, input: { password: typed, ...input } }) => {
    const isTheirs = await mayDecide(ctx.store.read, ctx.actor, input.id, false);
    await confirmFirst(ctx, { act: 'duty.decide', password: typed, isTheirs });
    return confirmAct(ctx.command, input);
  }),
  decline: procedure.input(z.strictObject({ id, reason, password })).mutation(async ({ ctx, input: { password: typed, ...input } }) => {
    const isTheirs = await mayDecide(ctx.store.read, ctx.actor, input.id, true);
    await confirmFirst(ctx, { act: 'duty.decide', password: typed, isTheirs });
    return declineAct(ctx.command, input);
  }),
});
