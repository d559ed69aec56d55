import { dropUpload, insertAttachment, insertFilePiece, keepUpload, listAttachments, listFilePieces, uploadName } from '@/db/store';
import { type AttachmentPlace, attachmentName, maxAttachments, sizeFault } from '@/server/domain/attachments';
import { Refused } from '@/server/errors';
import { type CommandContext, runCommand } from '../command';
import { findAnswer, keepAnswer } from '../done-change';
import { requireAttachable } from './attachable-thing';
import { arrivedFile, keptPiece, requireSamePieces, type SentPiece } from './sent-file';

/**
 * Puts a file on an explanation, an answer or a fact, once its last piece is here. Its content says what it is and its hash how it is kept: the
 * bytes of one file stand in the database once. The same file on the same thing twice is one.
 *
 * @param input.upload the number under which the pieces before were sent; a repeat of it gets the answer of the first
 * @throws Refused not_found, forbidden, wrong_status, invalid (too large, of another kind, damaged, too many files), conflict (it did not arrive whole)
 */
export async function addAttachment(
  context: CommandContext,
  { upload, file, ...place }: AttachmentPlace & { upload: string; file: SentPiece },
): Promise<{ id: string; name: string }> {
  const { actor, store } = context;
  const name = uploadName(actor.userId, upload);
  const tooLarge = sizeFault(file.size);
  const arrived = tooLarge ? { why: tooLarge } : await arrivedFile(store.read, name, file);
  return runCommand(context, 'attachment.add', async (tx) => {
    const asked = { changeId: upload, about: `attachment ${place.about} ${place.aboutId}` };
    // Before it is asked whether it may be: a quarter may have been sent since the answer was lost, and the file is there.
    const done = await findAnswer<{ id: string; name: string }>(tx, context, asked);
    if (done) return done;
    const thing = await requireAttachable(tx, context, place);
    if ('why' in arrived) throw new Refused('invalid', arrived.why);
    await requireSamePieces(tx, name, arrived);
    const { hash, type, pieces } = arrived;
    const others = await listAttachments(tx, place.about, thing.togetherWith);
    const known = others.find((one) => one.hash === hash);
    if (!known && others.length >= maxAttachments) throw tooMany();
    if ((await listFilePieces(tx, hash)).length > 0) await dropUpload(tx, name);
    else {
      await keepUpload(tx, name, hash);
      await insertFilePiece(tx, { file: hash, piece: pieces.length, sender: null, ...keptPiece(context, file) });
    }
    const answer = known ? { id: known.id, name: known.name } : { id: context.newId(), name: attachmentName(file.name, type) };
    if (!known) {
      const { ownerType, ownerId, about, aboutId } = thing;
      const facts = { ...answer, about, aboutId, hash, type, size: file.size };
      await insertAttachment(tx, { ...facts, ownerType, ownerId, addedBy: actor.userId, addedAt: context.now() });
      tx.record('attachment.added', facts);
    }
    await keepAnswer(tx, context, asked, answer, { days: 30 });
    return answer;
  });
}

function tooMany(): Refused {
  return new Refused('invalid', {
    zh: `这里已有 ${maxAttachments} 个附件，没有再添加。请先移除用不着的，或者把几份材料合成一个 PDF。`,
    en: `There are ${maxAttachments} files here already, and no further one was added. Remove what is not needed, or put several into one PDF.`,
  });
}
