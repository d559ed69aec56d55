import { dropUpload, insertFilePiece, listUploads, uploadName } from '@/db/store';
import { type AttachmentPlace, beginningFault, maxUploads, sizeFault } from '@/server/domain/attachments';
import { Refused } from '@/server/errors';
import { type CommandContext, runCommand } from '../command';
import { requireAttachable } from './attachable-thing';
import { keptPiece, type SentPiece } from './sent-file';

/**
 * Takes in a piece of a file that is on its way; the last one comes with `addAttachment`. It is seen by nobody, and let go after a day if the rest
 * does not come. What is too large or begins as nothing that may be attached is refused with its first piece, before the rest is sent.
 *
 * @throws Refused not_found, forbidden, wrong_status, invalid (too large, of another kind)
 */
export async function sendPiece(
  context: CommandContext,
  { upload, piece, file, ...place }: AttachmentPlace & { upload: string; piece: number; file: SentPiece },
): Promise<void> {
  await runCommand(context, 'attachment.add', async (tx) => {
    await requireAttachable(tx, context, place);
    const why = sizeFault(file.size) ?? (piece === 0 ? beginningFault(file.bytes) : null);
    if (why) throw new Refused('invalid', why);
    const name = uploadName(context.actor.userId, upload);
    const others = (await listUploads(tx, context.actor.userId)).filter((one) => one !== name);
    for (const old of others.slice(maxUploads - 1)) await dropUpload(tx, old);
    await insertFilePiece(tx, { file: name, piece, sender: context.actor.userId, ...keptPiece(context, file) });
  });
}
