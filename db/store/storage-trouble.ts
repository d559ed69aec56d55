/** What the engines and the machine call it when there is no room left to write: SQLite, PostgreSQL (53100 disk_full), the file system. */
const full: ReadonlySet<string> = new Set(['SQLITE_FULL', '53100', 'ENOSPC', 'EDQUOT']);

/**
 * What they call it when the database does not answer, or answers nobody just now. PostgreSQL: connections (class 08), resources (53),
 * operators (57), a lock not had in time (55P03), transactions it asks to try again (class 40, after our own tries); SQLite: somebody else
 * holds it, the file cannot be read, written or understood; the network between.
 */
const unavailable =
  /^(?:08...|53...|57...|55P03|40...|58030|SQLITE_(?:BUSY|LOCKED|IOERR|CANTOPEN|READONLY|CORRUPT|NOTADB|PROTOCOL|NOMEM|AUTH|PERM)(?:_\w+)?|E(?:CONN(?:REFUSED|RESET|ABORTED)|TIMEDOUT|PIPE|HOSTUNREACH|NETUNREACH|NOTFOUND|AI_AGAIN|ROFS|IO))$/;

/** `pg` gives these no code. */
const unavailableWords =
  /^(?:Connection terminated|timeout expired|timeout exceeded when trying to connect|Query read timeout|Client (?:has encountered a connection error|was closed)|Cannot use a pool after|The database connection is not open)/;

/**
 * Whether an error, or what caused it, is trouble with the store and no bug: nothing more can be stored, or the database does not answer.
 * Drizzle wraps the engine's own error. What another service on the network does (`fetch`) is not the store's.
 */
export function storageTrouble(error: unknown): 'full' | 'unavailable' | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code } = at as { code?: unknown };
    if (at.message === 'fetch failed') return null;
    if (typeof code === 'string' && full.has(code)) return 'full';
    if ((typeof code === 'string' && unavailable.test(code)) || unavailableWords.test(at.message)) return 'unavailable';
  }
  return null;
}
