import { z } from 'zod';
import { takeInWorkbook } from '@/server/commands/filing/take-in-workbook';
import { maxWorkbookBytes } from '@/server/domain/workbook';
import { previewWorkbook } from '@/server/queries/workbook-preview';
import type { WorkbookFile } from '@/server/views/workbook-plan';
import { workOf } from '@/server/work';
import { hash, id, line } from '../schemas';
import { procedure, router } from '../trpc';

/** A file as it comes in JSON: a third longer than it is. */
const file = z.strictObject({
  name: line,
  base64: z
    .string()
    .max(Math.ceil(maxWorkbookBytes / 3) * 4)
    .regex(/^[A-Za-z0-9+/]*={0,2}$/),
});

/** The log shows its name: without what is not seen, or turns what is read. */
function sent({ name, base64 }: z.infer<typeof file>): WorkbookFile {
  return { name: name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim(), bytes: new Uint8Array(Buffer.from(base64, 'base64')) };
}

export const workbookRouter = router({
  preview: procedure
    .input(z.strictObject({ filingId: id.nullable(), file }))
    .query(({ ctx, input }) =>
      previewWorkbook(
        { reader: ctx.store.read, actor: ctx.actor, overlay: ctx.command.overlay, work: workOf(ctx.command) },
        { filingId: input.filingId, file: sent(input.file) },
      ),
    ),
  takeIn: procedure
    .input(z.strictObject({ filingId: id, changeId: id, file, seen: hash, clears: z.boolean(), takes: z.array(id).max(500) }))
    .mutation(({ ctx, input }) => takeInWorkbook(ctx.command, { ...input, file: sent(input.file) })),
});
