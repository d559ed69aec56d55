/**
 * Whether SQLite's code says that what the file holds is no sound database of ours. All others tell of what is around it, a file that cannot
 * be opened, a lock that is held, a disk that does not answer, no memory: nobody may be sent to a backup for these.
 */
export function isDamage(error: unknown): boolean {
  return /^SQLITE_(?:CORRUPT|NOTADB|ERROR|IOERR_CORRUPTFS)/.test(String((error as { code?: unknown }).code));
}
