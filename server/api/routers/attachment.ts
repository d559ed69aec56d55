import { z } from 'zod';
import { addAttachment } from '@/server/commands/attachment/add-attachment';
import { removeAttachment } from '@/server/commands/attachment/remove-attachment';
import { sendPiece } from '@/server/commands/attachment/send-piece';
import { attachedTo, maxPieces, pieceBytes } from '@/server/domain/attachments';
import { loadAttachments } from '@/server/queries/attachments';
import { id, line } from '../schemas';
import { procedure, router } from '../trpc';

const place = { about: z.enum(attachedTo), aboutId: id };
const upload = id;
/** A piece of a file as it comes in JSON, a third longer than it is, with the name and the size of the whole. */
const file = z.strictObject({
  name: line,
  size: z.number().int().min(0),
  base64: z
    .string()
    .max(Math.ceil(pieceBytes / 3) * 4)
    .regex(/^[A-Za-z0-9+/]*={0,2}$/),
});

function sent({ name, size, base64 }: z.infer<typeof file>) {
  return { name, size, bytes: new Uint8Array(Buffer.from(base64, 'base64')) };
}

/** Files that are evidence for what somebody wrote; they are downloaded from `/files/attachments/`. */
export const attachmentRouter = router({
  of: procedure.input(z.strictObject(place)).query(({ ctx, input }) => loadAttachments(ctx.store.read, ctx.actor, input)),
  sendPiece: procedure
    .input(
      z.strictObject({
        ...place,
        upload,
        piece: z
          .number()
          .int()
          .min(0)
          .max(maxPieces - 1),
        file,
      }),
    )
    .mutation(({ ctx, input }) => sendPiece(ctx.command, { ...input, file: sent(input.file) })),
  add: procedure
    .input(z.strictObject({ ...place, upload, file }))
    .mutation(({ ctx, input }) => addAttachment(ctx.command, { ...input, file: sent(input.file) })),
  remove: procedure.input(z.strictObject({ id })).mutation(({ ctx, input }) => removeAttachment(ctx.command, input)),
});
