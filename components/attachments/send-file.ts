import { beginningFault, sizeFault } from '@/server/domain/attachments/judge-file';
import { pieceBytes } from '@/server/domain/attachments/limits';
import type { Sentence } from '@/server/domain/sentence';
import { base64Of } from '../shell/base64-of';

/** A piece on its way, as the procedures take it. */
export interface PieceSent {
  upload: string;
  file: { name: string; size: number; base64: string };
}

/** The two calls by which a file goes to the server. */
export interface Carrier {
  sendPiece(sent: PieceSent & { piece: number }): Promise<unknown>;
  add(sent: PieceSent): Promise<{ id: string; name: string }>;
}

/** A file of a person on its way. What has arrived of it is not sent again. */
export interface Sending {
  readonly upload: string;
  readonly file: File;
  /** Pieces that have arrived. */
  arrived: number;
}

/** Why a file was not sent, before anything of it was. */
export class NotSent extends Error {
  constructor(readonly why: Sentence | 'unreadable') {
    super('not sent');
  }
}

let turn: Promise<unknown> = Promise.resolve();

/** One file after the other, whatever part of the page sends them: two pieces in one request would be too much for it. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = turn.then(work, work);
  turn = done.catch(() => {});
  return done;
}

/**
 * Sends a file piece by piece, from the first that has not arrived.
 *
 * @param onArrived after each piece, with how many bytes have arrived
 * @throws NotSent; AbortError when the person stopped it; what a call is refused with
 */
export async function sendFile(
  sending: Sending,
  carrier: Carrier,
  { signal, onArrived }: { signal: AbortSignal; onArrived: (bytes: number) => void },
): Promise<{ id: string; name: string }> {
  const { file, upload } = sending;
  const why = sizeFault(file.size);
  if (why) throw new NotSent(why);
  const last = Math.ceil(file.size / pieceBytes) - 1;
  for (;;) {
    signal.throwIfAborted();
    const bytes = await read(file, sending.arrived);
    const strange = sending.arrived === 0 ? beginningFault(bytes) : null;
    if (strange) throw new NotSent(strange);
    // Letters turned round and the like are the server's to take out; half of one cannot even be sent.
    const sent = { upload, file: { name: file.name.slice(-150).replace(/\p{Surrogate}/gu, ''), size: file.size, base64: base64Of(bytes) } };
    if (sending.arrived >= last) return carrier.add(sent);
    await carrier.sendPiece({ ...sent, piece: sending.arrived });
    sending.arrived += 1;
    onArrived(sending.arrived * pieceBytes);
  }
}

async function read(file: File, piece: number): Promise<Uint8Array> {
  const part = file.slice(piece * pieceBytes, (piece + 1) * pieceBytes);
  const bytes = await part.arrayBuffer().catch(() => null);
  if (!bytes) throw new NotSent('unreadable');
  return new Uint8Array(bytes);
}
