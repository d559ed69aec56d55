import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import {
  type Attachment,
  dropUpload,
  dropUploadsBefore,
  fileBytes,
  findAttachment,
  insertAttachment,
  insertFilePiece,
  keepUpload,
  listAttachments,
  listAttachmentsOfOwners,
  listFilePieces,
  listUploads,
  markAttachmentRemoved,
  type Store,
  uploadName,
} from '../../store';
import { someDay } from '../rows';

const later = (ms: number) => new Date(someDay.getTime() + ms);

/** Files that are evidence, and their bytes in pieces, on either engine. */
export function attachmentsContract(store: () => Store): void {
  const send = (file: string, sender: string | null, pieces: readonly Buffer[], at = someDay) =>
    store().tx(async (tx) => {
      for (const [piece, bytes] of pieces.entries()) {
        const hash = createHash('sha256').update(bytes).digest('hex');
        await insertFilePiece(tx, { file, piece, sender, bytes: bytes.toString('hex'), hash, sentAt: at });
      }
    });
  const read = async (file: string) => {
    const all: Buffer[] = [];
    for await (const bytes of fileBytes(store().read, file)) all.push(bytes);
    return Buffer.concat(all);
  };

  it('come in pieces, stand under their hash once they are whole, and are read piece by piece as they came', async () => {
    const [sender, hash] = [randomUUID(), 'a'.repeat(60) + randomBytes(2).toString('hex')];
    const pieces = [randomBytes(512 * 1024), randomBytes(512 * 1024), Buffer.from([0, 255, 0])];
    const upload = uploadName(sender, randomUUID());
    await send(upload, sender, pieces);
    await send(upload, sender, [Buffer.from('something else')]);
    expect((await listFilePieces(store().read, upload)).map(({ piece }) => piece)).toEqual([0, 1, 2]);
    await store().tx((tx) => keepUpload(tx, upload, hash));
    expect([await listUploads(store().read, sender), await listFilePieces(store().read, upload)]).toEqual([[], []]);
    expect((await read(hash)).equals(Buffer.concat(pieces))).toBe(true);
    expect((await read('b'.repeat(64))).length).toBe(0);
  });

  it('on their way are their person’s, the newest first, and let go when they are old; what has arrived stays', async () => {
    const [one, other, hash] = [randomUUID(), randomUUID(), 'c'.repeat(60) + randomBytes(2).toString('hex')];
    const [first, second, third] = [uploadName(one, '1'), uploadName(one, '2'), uploadName(other, '1')];
    await send(first, one, [Buffer.from('1')], later(-2_000));
    await send(second, one, [Buffer.from('2')], later(-1_000));
    await send(third, other, [Buffer.from('3')], later(-1_000));
    await send(hash, null, [Buffer.from('4')], later(-9_000));
    expect(await listUploads(store().read, one)).toEqual([second, first]);
    expect(await store().tx((tx) => dropUploadsBefore(tx, later(-1_500)))).toBe(1);
    await store().tx((tx) => dropUpload(tx, second));
    expect([await listUploads(store().read, one), await listUploads(store().read, other)]).toEqual([[], [third]]);
    expect((await read(hash)).toString()).toBe('4');
  });

  it('are listed by what they hang on and by whose it is; one that was taken away by the latter alone', async () => {
    const [ownerId, aboutId] = [randomUUID(), randomUUID()];
    const file = (at: number): Omit<Attachment, 'removedBy' | 'removedAt'> => ({
      ...{ id: randomUUID(), ownerType: 'filing', ownerId, about: 'explanation', aboutId, hash: 'd'.repeat(64), name: '批文.pdf' },
      ...{ type: 'pdf', size: 10_000_000, addedBy: 'clerk', addedAt: later(at) },
    });
    const [late, early] = [file(2), file(1)];
    await store().tx(async (tx) => {
      for (const one of [late, early]) await insertAttachment(tx, one);
    });
    const kept = { removedBy: null, removedAt: null };
    expect(await listAttachments(store().read, 'explanation', [aboutId])).toEqual([
      { ...early, ...kept },
      { ...late, ...kept },
    ]);
    expect([await listAttachments(store().read, 'fact', [aboutId]), await listAttachments(store().read, 'explanation', [])]).toEqual([
      [],
      [],
    ]);
    const gone = { removedBy: 'clerk', removedAt: later(5) };
    await store().tx((tx) => markAttachmentRemoved(tx, early.id, gone));
    expect((await listAttachments(store().read, 'explanation', [aboutId])).map(({ id }) => id)).toEqual([late.id]);
    expect(await listAttachmentsOfOwners(store().read, 'filing', [ownerId])).toEqual([
      { ...early, ...gone },
      { ...late, ...kept },
    ]);
    expect([await findAttachment(store().read, early.id), await findAttachment(store().read, 'nobody’s')]).toEqual([
      { ...early, ...gone },
      null,
    ]);
  });
}
