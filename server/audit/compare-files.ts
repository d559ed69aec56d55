import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileBytes, type Reader } from '@/db/store';
import type { ReplayBook } from '@/server/domain/audit/replay/replay-book';

/** Files by their hashes, as the log has them, with the newest event that says so. */
export type LoggedFiles = Map<string, number>;

/** Takes in what a book says of attachments, those among them that were taken away: their bytes stay. */
export function noteFiles(files: LoggedFiles, book: ReplayBook): void {
  for (const row of book.tables.get('attachments')?.values() ?? []) {
    const hash = row.columns.get('hash');
    if (hash && 'is' in hash) files.set(String(hash.is), row.seq);
  }
}

/**
 * Hashes the bytes of every file anew, a piece at a time.
 *
 * @param differ is told of each whose bytes are not those that were attached
 * @returns how many files were compared
 */
export async function compareFiles(
  read: Reader,
  files: LoggedFiles,
  differ: (difference: { table: 'filePieces'; key: string; column: string; stored: unknown; replayed: unknown; event: number }) => void,
): Promise<number> {
  for (const [hash, event] of files) {
    const digest = createHash('sha256');
    let pieces = 0;
    for await (const bytes of fileBytes(read, hash)) {
      digest.update(bytes);
      pieces += 1;
      await nextTurn();
    }
    const stored = pieces === 0 ? 'not there' : digest.digest('hex');
    if (stored !== hash) differ({ table: 'filePieces', key: hash, column: 'bytes', stored, replayed: hash, event });
  }
  return files.size;
}
