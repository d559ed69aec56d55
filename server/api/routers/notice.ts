import { z } from 'zod';
import { chooseNotices } from '@/server/commands/account/choose-notices';
import { readNotices } from '@/server/commands/account/read-notices';
import { retryMessage } from '@/server/commands/office/retry-message';
import { paces } from '@/server/domain/notices';
import { loadMessages } from '@/server/queries/messages';
import { countUnread, loadInbox } from '@/server/queries/notices';
import { id, text } from '../schemas';
import { procedure, router } from '../trpc';

const hour = z.number().int().min(0).max(23);

/** What people are told, and what of it leaves the house. */
export const noticeRouter = router({
  unread: procedure.query(({ ctx }) => countUnread(ctx.store.read, ctx.actor)),
  inbox: procedure.query(({ ctx }) => loadInbox(ctx.store.read, ctx.actor, Boolean(ctx.outgoing?.mail))),
  read: procedure
    .input(z.strictObject({ ids: z.array(id).max(200).nullable() }))
    .mutation(({ ctx, input }) => readNotices(ctx.command, input)),
  choose: procedure
    .input(z.strictObject({ address: text.max(200), pace: z.enum(paces), quietFrom: hour, quietTo: hour }))
    .mutation(({ ctx, input }) => chooseNotices(ctx.command, input)),
  messages: procedure.query(({ ctx }) => loadMessages(ctx.store.read, ctx.actor, ctx.outgoing ?? null)),
  retry: procedure.input(z.strictObject({ id })).mutation(({ ctx, input }) => retryMessage(ctx.command, input)),
});
