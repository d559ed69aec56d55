import { type Attachment, fileBytes, findAttachment } from '@/db/store';
import type { CommandContext } from '@/server/commands/command';
import type { StreamedFile } from '@/server/commands/export/report-file';
import { contentTypes } from '@/server/domain/attachments';
import { notFound } from '@/server/views/access';
import { requireReadableThing } from '@/server/views/attachment-thing';

/**
 * A file that is evidence, piece by piece, for whoever may read what it is evidence for. One that was taken away is there for nobody.
 *
 * @throws Refused not_found
 */
export async function attachedFile({ store, actor }: CommandContext, id: string): Promise<StreamedFile> {
  const attachment = await findAttachment(store.read, id);
  if (!attachment) throw notFound();
  await requireReadableThing(store.read, actor, attachment);
  if (attachment.removedAt) throw notFound();
  const { name, type, hash, size } = attachment;
  return { name, contentType: contentTypes[type], length: size, stream: whole(fileBytes(store.read, hash), attachment) };
}

/** Whoever is sent fewer bytes than were promised waits for the rest: a piece that is missing ends the answer as an error, and is written down. */
async function* whole(pieces: AsyncIterable<Buffer>, { id, size }: Pick<Attachment, 'id' | 'size'>): AsyncGenerator<Buffer> {
  let sent = 0;
  for await (const bytes of pieces) {
    sent += bytes.length;
    yield bytes;
  }
  if (sent !== size) throw new Error(`attachment ${id} has ${sent} bytes in the database and should have ${size}`);
}
