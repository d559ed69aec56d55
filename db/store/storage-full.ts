/** What the engines and the machine call it when there is no room left to write: SQLite, PostgreSQL (53100 disk_full), the file system. */
const codes: ReadonlySet<string> = new Set(['SQLITE_FULL', '53100', 'ENOSPC', 'EDQUOT']);

/** Whether an error, or what caused it, is that nothing more can be stored. Drizzle wraps the engine's own error. */
export function isStorageFull(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) if (codes.has((at as { code?: string }).code ?? '')) return true;
  return false;
}
