import { appendFileSync, constants } from 'node:fs';

/** What a process did to the files of a folder, as `record-writes.c` wrote it down. */
export type DiskCall =
  | { kind: 'open'; fd: number; path: string; truncates: boolean }
  | { kind: 'close' | 'flush'; fd: number }
  | { kind: 'write'; fd: number; at: number; data: Buffer }
  | { kind: 'resize'; fd: number; bytes: number }
  | { kind: 'rename' | 'link'; path: string; other: string }
  | { kind: 'unlink' | 'mkdir' | 'rmdir'; path: string };

/** Or what somebody outside was told at that moment. */
export type Recorded = DiskCall | { kind: 'told'; text: string };

const headBytes = 32;
const kinds = [null, 'open', 'close', 'write', 'resize', 'flush', 'rename', 'unlink', 'mkdir', 'rmdir', 'told', 'link'] as const;

/** Adds to a recording, from outside of the process that is recorded, what one was told just now: all it did before stands before it. */
export function recordTold(file: string, text: string): void {
  const data = Buffer.from(text);
  const head = Buffer.alloc(headBytes);
  head.writeUInt32LE(kinds.indexOf('told'), 0);
  head.writeBigUInt64LE(BigInt(data.length), 24);
  appendFileSync(file, Buffer.concat([head, data]));
}

/** The records of a recording, oldest first. */
export function readRecording(recording: Buffer): Recorded[] {
  const records: Recorded[] = [];
  for (let at = 0; at < recording.length; ) {
    const kind = kinds[recording.readUInt32LE(at)];
    const fd = recording.readInt32LE(at + 4);
    const [pathBytes, otherBytes] = [recording.readUInt32LE(at + 8), recording.readUInt32LE(at + 12)];
    const number = Number(recording.readBigInt64LE(at + 16));
    const bytes = Number(recording.readBigUInt64LE(at + 24));
    at += headBytes;
    const path = recording.toString('utf8', at, at + pathBytes);
    at += pathBytes;
    const other = recording.toString('utf8', at, at + otherBytes);
    at += otherBytes;
    const data = recording.subarray(at, at + bytes);
    at += bytes;
    switch (kind) {
      case 'open':
        records.push({ kind, fd, path, truncates: (number & constants.O_TRUNC) !== 0 });
        break;
      case 'close':
      case 'flush':
        records.push({ kind, fd });
        break;
      case 'write':
        records.push({ kind, fd, at: number, data });
        break;
      case 'resize':
        records.push({ kind, fd, bytes: number });
        break;
      case 'rename':
      case 'link':
        records.push({ kind, path, other });
        break;
      case 'unlink':
      case 'mkdir':
      case 'rmdir':
        records.push({ kind, path });
        break;
      case 'told':
        records.push({ kind, text: data.toString() });
        break;
      default:
        throw new Error('the recording is not whole');
    }
  }
  return records;
}
