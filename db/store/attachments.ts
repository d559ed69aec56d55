import { and, asc, eq, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import type { AttachedTo, AttachmentPlace, AttachmentType } from '@/server/domain/attachments/attachment';
import type { Reader, Tx } from './store';

/** A file that is evidence for what somebody wrote; one that was taken away is still told of. */
export interface Attachment extends AttachmentPlace {
  id: string;
  ownerType: 'filing' | 'report' | 'unit';
  ownerId: string;
  /** SHA-256 of the bytes. */
  hash: string;
  name: string;
  type: AttachmentType;
  size: number;
  addedBy: string;
  addedAt: Date;
  removedBy: string | null;
  removedAt: Date | null;
}

/** The files on some things of one kind in the order in which they came, without those that were taken away. */
export async function listAttachments(reader: Reader, about: AttachedTo, aboutIds: readonly string[]): Promise<Attachment[]> {
  const { attachments } = reader.t;
  const rows: Attachment[] = [];
  for (let from = 0; from < aboutIds.length; from += atOnce)
    rows.push(
      ...(await reader.db
        .select()
        .from(attachments)
        .where(
          and(
            eq(attachments.about, about),
            inArray(attachments.aboutId, aboutIds.slice(from, from + atOnce)),
            isNull(attachments.removedAt),
          ),
        )
        .orderBy(asc(attachments.addedAt), asc(attachments.id))),
    );
  return rows;
}

/** Few enough values for one statement of either engine. */
const atOnce = 500;

/** All files on the things of some owners, those among them that were taken away. */
export async function listAttachmentsOfOwners(
  reader: Reader,
  ownerType: Attachment['ownerType'],
  ownerIds: readonly string[],
): Promise<Attachment[]> {
  const { attachments } = reader.t;
  const rows: Attachment[] = [];
  for (let from = 0; from < ownerIds.length; from += atOnce)
    rows.push(
      ...(await reader.db
        .select()
        .from(attachments)
        .where(and(eq(attachments.ownerType, ownerType), inArray(attachments.ownerId, ownerIds.slice(from, from + atOnce))))
        .orderBy(asc(attachments.addedAt), asc(attachments.id))),
    );
  return rows;
}

export async function findAttachment(reader: Reader, id: string): Promise<Attachment | null> {
  const { attachments } = reader.t;
  const [row] = await reader.db.select().from(attachments).where(eq(attachments.id, id));
  return row ?? null;
}

export async function insertAttachment(tx: Tx, attachment: Omit<Attachment, 'removedBy' | 'removedAt'>): Promise<void> {
  await tx.db.insert(tx.t.attachments).values(attachment);
}

export async function markAttachmentRemoved(tx: Tx, id: string, by: { removedBy: string; removedAt: Date }): Promise<void> {
  await tx.db.update(tx.t.attachments).set(by).where(eq(tx.t.attachments.id, id));
}

/** A piece of a file, its bytes as hex. */
export interface FilePiece {
  file: string;
  piece: number;
  /** Whose file it is that is on its way; null: it has arrived. */
  sender: string | null;
  bytes: string;
  /** SHA-256 of the piece. */
  hash: string;
  sentAt: Date;
}

/** Under what the pieces of a file are kept that is on its way. */
export function uploadName(userId: string, upload: string): string {
  return `upload ${userId} ${upload}`;
}

/** A piece that was sent before stays as it is. */
export async function insertFilePiece(tx: Tx, piece: FilePiece): Promise<void> {
  await tx.db.insert(tx.t.filePieces).values(piece).onConflictDoNothing();
}

/** The pieces of a file in order, without their bytes. */
export async function listFilePieces(reader: Reader, file: string): Promise<Pick<FilePiece, 'piece' | 'hash'>[]> {
  const { filePieces: p } = reader.t;
  return reader.db.select({ piece: p.piece, hash: p.hash }).from(p).where(eq(p.file, file)).orderBy(asc(p.piece));
}

export async function readFilePiece(reader: Reader, file: string, piece: number): Promise<Buffer | null> {
  const { filePieces: p } = reader.t;
  const [row] = await reader.db
    .select({ bytes: p.bytes })
    .from(p)
    .where(and(eq(p.file, file), eq(p.piece, piece)));
  return row ? Buffer.from(row.bytes, 'hex') : null;
}

/** The bytes of a file piece by piece, so that whoever sends or hashes it holds little and lets others work between two of them. */
export async function* fileBytes(reader: Reader, file: string): AsyncGenerator<Buffer> {
  for (let piece = 0; ; piece += 1) {
    const bytes = await readFilePiece(reader, file, piece);
    if (bytes === null) return;
    yield bytes;
  }
}

/** What was on its way has arrived: it is the file of this hash from now on. */
export async function keepUpload(tx: Tx, upload: string, hash: string): Promise<void> {
  const { filePieces } = tx.t;
  await tx.db.update(filePieces).set({ file: hash, sender: null }).where(eq(filePieces.file, upload));
}

export async function dropUpload(tx: Tx, upload: string): Promise<void> {
  await tx.db.delete(tx.t.filePieces).where(eq(tx.t.filePieces.file, upload));
}

/** The files that a person has on their way, the newest first. */
export async function listUploads(reader: Reader, userId: string): Promise<string[]> {
  const { filePieces: p } = reader.t;
  const rows = await reader.db
    .select({ file: p.file })
    .from(p)
    .where(eq(p.sender, userId))
    .groupBy(p.file)
    .orderBy(sql`max(${p.sentAt}) desc`, asc(p.file));
  return rows.map((row) => row.file);
}

/** Lets go what broke off on its way. @returns how many pieces */
export async function dropUploadsBefore(tx: Tx, moment: Date): Promise<number> {
  const { filePieces: p } = tx.t;
  return (
    await tx.db
      .delete(p)
      .where(and(isNotNull(p.sender), lt(p.sentAt, moment)))
      .returning({ piece: p.piece })
  ).length;
}
