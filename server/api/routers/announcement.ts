import { z } from 'zod';
import {
  changeAnnouncement,
  dismissAnnouncement,
  maxAnnouncement,
  publishAnnouncement,
  withdrawAnnouncement,
} from '@/server/commands/office/announcements';
import { roles } from '@/server/domain/permissions';
import { listOwnAnnouncements, loadAnnouncements } from '@/server/queries/announcements';
import { day, id, text } from '../schemas';
import { procedure, router } from '../trpc';

const facts = z.strictObject({
  text: text.max(maxAnnouncement * 2),
  audience: z.enum(['all', 'units', 'role']),
  unitIds: z.array(id).max(5000),
  role: z.enum(roles).nullable(),
  endsOn: day,
});

/** What the office tells all or some until a day. */
export const announcementRouter = router({
  own: procedure.query(({ ctx }) => listOwnAnnouncements(ctx.store.read, ctx.actor, ctx.command.now())),
  dismiss: procedure
    .input(z.strictObject({ id, seen: facts.shape.text }))
    .mutation(({ ctx, input }) => dismissAnnouncement(ctx.command, input)),
  list: procedure.query(({ ctx }) => loadAnnouncements(ctx.store.read, ctx.actor, ctx.command.now())),
  publish: procedure.input(facts.extend({ changeId: id })).mutation(({ ctx, input }) => publishAnnouncement(ctx.command, input)),
  change: procedure.input(z.strictObject({ id, facts, seen: facts })).mutation(({ ctx, input }) => changeAnnouncement(ctx.command, input)),
  withdraw: procedure.input(z.strictObject({ id })).mutation(({ ctx, input }) => withdrawAnnouncement(ctx.command, input)),
});
