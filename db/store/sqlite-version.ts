/** Below this, two connections that write and checkpoint at once can corrupt the file (the WAL-reset race). */
const minSqliteVersion = [3, 51, 3] as const;

/** @throws Error for an SQLite that is too old to be trusted with the only copy of the figures */
export function requireSafeSqlite(version: string): void {
  const parts = version.split('.').map(Number);
  const difference = minSqliteVersion.map((least, index) => (parts[index] ?? 0) - least).find((step) => step !== 0) ?? 0;
  if (difference < 0 || parts.some(Number.isNaN))
    throw new Error(
      `SQLite ${version} can corrupt its file under two writers; ${minSqliteVersion.join('.')} or newer is needed. Reinstall the project's packages.`,
    );
}
