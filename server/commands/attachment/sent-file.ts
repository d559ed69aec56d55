import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type FilePiece, fileBytes, listFilePieces, type Reader } from '@/db/store';
import { type AttachmentType, judgeFile } from '@/server/domain/attachments';
import type { Sentence } from '@/server/domain/sentence';
import { Refused } from '@/server/errors';
import type { CommandContext } from '../command';

/** A piece of a file as it was sent, with what the browser says of the whole. */
export interface SentPiece {
  name: string;
  /** Of the whole file. */
  size: number;
  bytes: Uint8Array;
}

/** A file that has arrived: what it is, and the pieces it was judged by. */
export interface ArrivedFile {
  /** SHA-256 of the whole. */
  hash: string;
  type: AttachmentType;
  pieces: readonly string[];
}

/**
 * Puts a file together of what was sent before and its last piece, and judges it. Outside of any transaction: nothing of it is decided on but
 * what `requireSamePieces` finds unchanged in one.
 */
export async function arrivedFile(reader: Reader, upload: string, last: SentPiece): Promise<ArrivedFile | { why: Sentence }> {
  const [all, pieces]: [Uint8Array[], string[]] = [[], []];
  const digest = createHash('sha256');
  for await (const bytes of fileBytes(reader, upload)) {
    all.push(bytes);
    pieces.push(sha256Of(bytes));
    digest.update(bytes);
    await nextTurn();
  }
  const whole = Buffer.concat([...all, last.bytes]);
  if (whole.length !== last.size) return { why: brokenOff };
  const judged = judgeFile(whole);
  return 'why' in judged ? judged : { hash: digest.update(last.bytes).digest('hex'), type: judged.type, pieces };
}

/** @throws Refused conflict: what is there now is not what was judged */
export async function requireSamePieces(reader: Reader, upload: string, { pieces }: ArrivedFile): Promise<void> {
  const now = await listFilePieces(reader, upload);
  if (now.length !== pieces.length || now.some(({ hash }, at) => hash !== pieces[at])) throw new Refused('conflict', brokenOff);
}

/** A piece as it is kept. */
export function keptPiece({ now }: Pick<CommandContext, 'now'>, { bytes }: SentPiece): Pick<FilePiece, 'hash' | 'bytes' | 'sentAt'> {
  return { hash: sha256Of(bytes), bytes: Buffer.from(bytes).toString('hex'), sentAt: now() };
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const brokenOff: Sentence = {
  zh: '文件没有传完整（网络中断，或者文件在传送时被改动），没有添加。请重新选择这个文件。',
  en: 'The file did not arrive whole: the network failed, or the file was changed meanwhile. It was not added; choose it again.',
};
