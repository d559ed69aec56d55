import { createHash } from 'node:crypto';
import { closeSync, constants, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import { ownLike } from './own-like';

/** Where an event log ended. */
export interface LogHead {
  seq: number;
  hash: string;
}

/** The file beside a database that says where its event log ended; it goes wherever the database and its `-wal` go. */
export function headFileOf(databaseFile: string): string {
  return `${databaseFile}-head`;
}

/**
 * Keeps the head of the event log in a file beside the database, so that a database which has lost its end is told from one that never
 * had it: without its `-wal`, or an older copy of itself, it is sound in every other way.
 *
 * It is written after the commit has reached the disk and before anybody is told of it. So the database may be ahead of its head,
 * after a kill or a power cut, and is never behind. Overwritten in place, because a new file for every commit would cost more than
 * the commit; a line that was torn does not fit its own check and counts as none.
 */
export function headBeside(databaseFile: string): { keep: (head: LogHead) => void; close: () => void } {
  let kept = readHeadBeside(databaseFile)?.seq ?? -1;
  let descriptor: number | null = null;
  return {
    keep(head) {
      // A database that is behind does not take its accuser back.
      if (head.seq <= kept) return;
      const file = headFileOf(databaseFile);
      const isNew = descriptor === null && !existsSync(file);
      descriptor ??= openSync(file, constants.O_WRONLY | constants.O_CREAT, 0o600);
      if (isNew) ownLike(databaseFile, file);
      writeSync(descriptor, lineOf(head), 0);
      kept = head.seq;
    },
    close() {
      if (descriptor !== null) closeSync(descriptor);
      descriptor = null;
    },
  };
}

/** Where the log ended at the last commit that was told of; null where nothing is known. */
export function readHeadBeside(databaseFile: string): LogHead | null {
  try {
    const text = readFileSync(headFileOf(databaseFile), 'utf8');
    const [seq = '', hash = ''] = text.split(' ');
    const head = { seq: Number(seq), hash };
    return text === lineOf(head) ? head : null;
  } catch {
    return null;
  }
}

/** Always as long, so that one line covers the one before. */
function lineOf({ seq, hash }: LogHead): string {
  const said = `${String(seq).padStart(16, '0')} ${hash}`;
  return `${said} ${createHash('sha256').update(said).digest('hex').slice(0, 16)}\n`;
}
